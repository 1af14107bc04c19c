import * as Y from "yjs";
import { fieldWritten } from "../objective/field-written.ts";
import type { Arrival } from "./arrival.ts";
import type { Deletions } from "./deletions.ts";
import { type Part, partOf, textPieces } from "./text-pieces.ts";

/** Words that went without anybody having decided so. */
export interface RemovedWords {
  /** Where they were written, to tell the same words found twice. */
  readonly client: number;
  readonly clock: number;
  readonly text: string;
}

/** The words among what went unnamed with this transaction: they stood, or arrive only now, in a paragraph, a cell
 *  or a row that somebody was moving or taking away; or in a field of an objective
 *  in which another wrote at the same moment. Those that stood together are one.
 *
 *  To be called while the transaction ends, before Yjs forgets what is deleted; with those of the fields that nobody writes
 *  again. */
export function wordsRemovedUnseen(
  transaction: Y.Transaction,
  arrival: Arrival,
  gone: Deletions,
  fields: readonly Y.Item[],
): RemovedWords[] {
  const lost = textPieces(transaction.doc, gone);
  const parents = new Set([...lost.keys()].map((item) => item.parent));
  const words = [...parents].flatMap((parent) =>
    parent instanceof Y.AbstractType ? runsIn(parent, lost, transaction) : [],
  );
  const written = fields.map((item) => ({
    client: item.id.client,
    clock: item.id.clock,
    text: fieldWritten(item),
  }));
  return [...words, ...written, ...piecesWithoutPlace(transaction.doc, arrival, gone)].filter(
    ({ text }) => text.trim() !== "",
  );
}

/** Joins what was typed in one go: Yjs keeps it as several items when it arrived in several updates. */
function runsIn(
  parent: Y.AbstractType<unknown>,
  lost: ReadonlyMap<Y.Item, readonly Part[]>,
  transaction: Y.Transaction,
): RemovedWords[] {
  const runs: RemovedWords[] = [];
  let run: RemovedWords | null = null;
  const endRun = () => {
    if (run) runs.push(run);
    run = null;
  };
  for (let item = parent._start; item; item = item.right) {
    const parts = lost.get(item);
    if (!parts) {
      // Formatting and what was gone before do not stand between two words.
      if (item.countable && !(item.deleted && !Y.isDeleted(transaction.deleteSet, item.id))) endRun();
      continue;
    }
    for (const { from, to } of parts) {
      if (from > item.id.clock) endRun();
      const text = textBetween(item, from, to);
      const start: RemovedWords = run ?? { client: item.id.client, clock: from, text: "" };
      run = { ...start, text: start.text + text };
      if (to < item.id.clock + item.length) endRun();
    }
  }
  endRun();
  return runs;
}

/** Text that arrives when its place is already forgotten: Yjs keeps nothing of it but its length. */
function piecesWithoutPlace(doc: Y.Doc, arrival: Arrival, gone: Deletions): RemovedWords[] {
  const words: RemovedWords[] = [];
  for (const [client, ranges] of gone.clients) {
    const items = textsOf(client, arrival);
    for (const { clock, len } of ranges) {
      let next = clock;
      for (const item of items) {
        // Several updates may bring the same, one more of it than the other.
        const { from, to } = partOf(item, next, clock + len);
        if (from >= to || !isForgotten(doc, client, from)) continue;
        next = to;
        const text = textBetween(item, from, to);
        const last = words.at(-1);
        const goesOn = last?.client === client && last.clock + last.text.length === from;
        if (last && goesOn) words[words.length - 1] = { ...last, text: last.text + text };
        else words.push({ client, clock: from, text });
      }
    }
  }
  return words;
}

function textsOf(client: number, { structs }: Arrival): Y.Item[] {
  const isText = (struct: Arrival["structs"][number]): struct is Y.Item =>
    struct.id.client === client && struct instanceof Y.Item && struct.content instanceof Y.ContentString;
  return structs.filter(isText).sort((one, other) => one.id.clock - other.id.clock);
}

function isForgotten(doc: Y.Doc, client: number, clock: number): boolean {
  const structs = doc.store.clients.get(client)!;
  return structs[Y.findIndexSS(structs, clock)] instanceof Y.GC;
}

function textBetween(item: Y.Item, from: number, to: number): string {
  return item.content instanceof Y.ContentString
    ? item.content.str.slice(from - item.id.clock, to - item.id.clock)
    : "";
}
