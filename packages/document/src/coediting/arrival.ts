import * as Y from "yjs";

interface Range {
  readonly clock: number;
  readonly len: number;
}

/** What updates say of themselves, beside what they do to the document that receives them. */
export interface Arrival {
  readonly structs: readonly { id: Y.ID; length: number }[];
  readonly deletions: ReadonlyMap<number, readonly Range[]>;
}

/** Has to be read before `doc` receives the updates: deletions that an earlier one named, of text that had not
 *  arrived yet, take place together with theirs. */
export function readArrival(doc: Y.Doc, updates: readonly Uint8Array[]): Arrival {
  const { pendingDs, pendingStructs } = doc.store;
  const read = updates.map((update) => Y.decodeUpdate(update));
  if (pendingDs) read.push(Y.decodeUpdateV2(pendingDs));
  if (pendingStructs) read.push(Y.decodeUpdateV2(pendingStructs.update));

  const deletions = new Map<number, Range[]>();
  for (const { ds } of read) {
    for (const [client, ranges] of ds.clients) {
      deletions.set(client, [...(deletions.get(client) ?? []), ...ranges]);
    }
  }
  for (const ranges of deletions.values()) ranges.sort((a, b) => a.clock - b.clock);
  return { structs: read.flatMap(({ structs }) => structs), deletions };
}

/** The parts of a run of a client's clocks whose deletion nobody has named. */
export function notNamed(
  arrival: Arrival,
  client: number,
  from: number,
  to: number,
): { from: number; to: number }[] {
  const parts: { from: number; to: number }[] = [];
  let start = from;
  for (const { clock, len } of arrival.deletions.get(client) ?? []) {
    if (clock >= to) break;
    if (clock > start) parts.push({ from: start, to: clock });
    start = Math.max(start, clock + len);
  }
  if (start < to) parts.push({ from: start, to });
  return parts;
}
