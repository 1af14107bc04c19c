import * as Y from "yjs";
import { type Arrival, notNamed } from "./arrival.ts";

/** Words that went without anybody having decided so. */
export interface RemovedWords {
  /** Where they were written, to tell the same words found twice. */
  readonly client: number;
  readonly clock: number;
  readonly text: string;
}

/** The words of mine that this transaction removed although whoever made the change had not seen them: they
 *  stood, or arrive only now, in a paragraph, a cell or a row that somebody was moving or taking away.
 *
 *  Yjs has no move: joining two paragraphs, or cutting and pasting one, deletes the text and writes it
 *  again. An update names one by one the pieces that its writer's screen had when they were deleted. A piece
 *  that goes without being named goes only because the place around it went, and the writer of the update has
 *  neither seen it nor written it again elsewhere.
 *
 *  To be called while the transaction ends, before Yjs forgets what is deleted. */
export function wordsRemovedUnseen(
  transaction: Y.Transaction,
  arrival: Arrival,
  isMine: (client: number) => boolean,
): RemovedWords[] {
  const lost = piecesDeleted(transaction, arrival, isMine);
  const parents = new Set([...lost.keys()].map((item) => item.parent));
  const words = [...parents].flatMap((parent) =>
    parent instanceof Y.AbstractType ? runsIn(parent, lost, transaction) : [],
  );
  return [...words, ...piecesWithoutPlace(transaction, arrival, isMine)].filter(
    ({ text }) => text.trim() !== "",
  );
}

interface Part {
  readonly from: number;
  readonly to: number;
}

function piecesDeleted(
  transaction: Y.Transaction,
  arrival: Arrival,
  isMine: (client: number) => boolean,
): Map<Y.Item, Part[]> {
  const lost = new Map<Y.Item, Part[]>();
  for (const [client, ranges] of transaction.deleteSet.clients) {
    if (!isMine(client)) continue;
    for (const { clock, len } of ranges) {
      for (const { from, to } of notNamed(arrival, client, clock, clock + len)) {
        for (const item of textItems(transaction.doc, client, from, to)) {
          const part = { from: Math.max(from, item.id.clock), to: Math.min(to, item.id.clock + item.length) };
          lost.set(item, [...(lost.get(item) ?? []), part]);
        }
      }
    }
  }
  return lost;
}

function* textItems(doc: Y.Doc, client: number, from: number, to: number): Generator<Y.Item> {
  const structs = doc.store.clients.get(client) ?? [];
  for (let index = Y.findIndexSS(structs, from); index < structs.length; index++) {
    const struct = structs[index]!;
    if (struct.id.clock >= to) return;
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentString) yield struct;
  }
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

/** My own text that arrives when its place is already forgotten: Yjs keeps nothing of it but its length. */
function piecesWithoutPlace(
  transaction: Y.Transaction,
  arrival: Arrival,
  isMine: (client: number) => boolean,
): RemovedWords[] {
  const { doc, beforeState } = transaction;
  const words: RemovedWords[] = [];
  for (const item of arrival.structs) {
    const { client, clock } = item.id;
    if (!(item instanceof Y.Item && item.content instanceof Y.ContentString && isMine(client))) continue;
    const start = Math.max(clock, beforeState.get(client) ?? 0);
    for (const { from, to } of notNamed(arrival, client, start, clock + item.length)) {
      if (!isForgotten(doc, client, from)) continue;
      const text = textBetween(item, from, to);
      const last = words.at(-1);
      const goesOn = last?.client === client && last.clock + last.text.length === from;
      if (last && goesOn) words[words.length - 1] = { ...last, text: last.text + text };
      else words.push({ client, clock: from, text });
    }
  }
  return words;
}

function isForgotten(doc: Y.Doc, client: number, clock: number): boolean {
  const structs = doc.store.clients.get(client) ?? [];
  const last = structs.at(-1);
  if (!last || last.id.clock + last.length <= clock) return false;
  return structs[Y.findIndexSS(structs, clock)] instanceof Y.GC;
}

function textBetween(item: Y.Item, from: number, to: number): string {
  return item.content instanceof Y.ContentString
    ? item.content.str.slice(from - item.id.clock, to - item.id.clock)
    : "";
}
