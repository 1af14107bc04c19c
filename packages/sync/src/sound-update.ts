import type * as decoding from "lib0/decoding";
import * as Y from "yjs";
import { Closing } from "./closing.ts";
import { deepestValue } from "./limits.ts";

type Struct = Y.Item | Y.GC | Y.Skip;

let read: decoding.Decoder;
class NotedDecoder extends Y.UpdateDecoderV1 {
  constructor(decoder: decoding.Decoder) {
    super(decoder);
    read = decoder;
  }
}

/** Throws whatever a parser throws, and a `Closing` when more follows: Yjs' second encoding begins like an empty update of
 *  the first, and its writer would be told that it is saved. */
export function decodeWhole(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> {
  const decoded = Y.decodeUpdateV2(update, NotedDecoder);
  if (read.pos < update.length) throw new Closing("malformed", "an update of another encoding");
  return decoded;
}

/** Throws a `Closing` for what the parser reads and no editor writes: taken into the log, it would stop each Yjs that reads
 *  or merges it, and shut the section for everybody. */
export function requireSound(structs: readonly Struct[]): void {
  let before: Struct | null = null;
  for (const struct of structs) {
    if (before) requireOrder(before, struct);
    if (struct.length === 0) throw new Closing("malformed", "an empty piece");
    if (struct instanceof Y.Item) requireSoundItem(struct);
    before = struct;
  }
}

/** Yjs writes the highest client id first, and merges by that. */
function requireOrder({ id, length }: Struct, next: Struct): void {
  const isInOrder =
    next.id.client === id.client ? next.id.clock >= id.clock + length : next.id.client < id.client;
  if (!isInOrder) throw new Closing("malformed", "pieces out of order");
}

function requireSoundItem({ id, origin, rightOrigin, parent, content }: Y.Item): void {
  for (const other of [origin, rightOrigin, parent]) {
    if (other instanceof Y.ID && other.client === id.client && other.clock >= id.clock)
      throw new Closing("malformed", "a piece that rests on a later one");
  }
  if (content instanceof Y.ContentString) return;
  if (valuesOf(content).some((value) => isDeep(value, deepestValue)))
    throw new Closing("malformed", "a value that nests too deep");
}

function valuesOf(content: Y.Item["content"]): readonly unknown[] {
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return content.arr;
  if (content instanceof Y.ContentFormat) return [content.value];
  return content instanceof Y.ContentEmbed ? [content.embed] : [];
}

/** It is written down again by recursion, here and in every browser. */
function isDeep(value: unknown, levelsLeft: number): boolean {
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return false;
  return levelsLeft === 0 || Object.values(value).some((inner) => isDeep(inner, levelsLeft - 1));
}
