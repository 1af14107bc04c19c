import * as Y from "yjs";
import { isField } from "../objective/field-written.ts";
import type { Deletions } from "./deletions.ts";

/** A run of a client's clocks: from the first to before the second. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** The text among deletions: each piece that Yjs keeps, and which parts of it are meant. What Yjs has forgotten
 *  is not among them. */
export function textPieces(doc: Y.Doc, deletions: Deletions): Map<Y.Item, Part[]> {
  const pieces = new Map<Y.Item, Part[]>();
  for (const [client, ranges] of deletions.clients) {
    for (const { clock, len } of ranges) {
      for (const item of textItems(doc, client, clock, clock + len)) {
        const part = partOf(item, clock, clock + len);
        pieces.set(item, [...(pieces.get(item) ?? []), part]);
      }
    }
  }
  return pieces;
}

export function partOf({ id, length }: Y.Item, from: number, to: number): Part {
  return { from: Math.max(from, id.clock), to: Math.min(to, id.clock + length) };
}

/** The values of fields of objectives among deletions. */
export function* fieldItems(doc: Y.Doc, deletions: Deletions): Generator<Y.Item> {
  for (const [client, ranges] of deletions.clients) {
    for (const { clock, len } of ranges) {
      for (const item of itemsBetween(doc, client, clock, clock + len)) if (isField(item)) yield item;
    }
  }
}

function* textItems(doc: Y.Doc, client: number, from: number, to: number): Generator<Y.Item> {
  for (const item of itemsBetween(doc, client, from, to)) {
    if (item.content instanceof Y.ContentString) yield item;
  }
}

function* itemsBetween(doc: Y.Doc, client: number, from: number, to: number): Generator<Y.Item> {
  const structs = doc.store.clients.get(client) ?? [];
  for (let index = Y.findIndexSS(structs, from); index < structs.length; index++) {
    const struct = structs[index]!;
    if (struct.id.clock >= to) return;
    if (struct instanceof Y.Item) yield struct;
  }
}
