import * as Y from "yjs";
import { type Deletions, subtract } from "./deletions.ts";

/** What updates say of themselves, beside what they do to the document that receives them. */
export interface Arrival {
  readonly structs: readonly { id: Y.ID; length: number }[];
  /** What they name as deleted. */
  readonly deletions: Deletions;
}

/** Has to be read before `doc` receives the updates: deletions that an earlier one named, of text that had not
 *  arrived yet, take place together with theirs. */
export function readArrival(doc: Y.Doc, updates: readonly Uint8Array[]): Arrival {
  const { pendingDs, pendingStructs } = doc.store;
  const read = updates.map((update) => Y.decodeUpdate(update));
  if (pendingDs) read.push(Y.decodeUpdateV2(pendingDs));
  if (pendingStructs) read.push(Y.decodeUpdateV2(pendingStructs.update));
  return {
    structs: read.flatMap(({ structs }) => structs),
    deletions: Y.mergeDeleteSets(read.map(({ ds }) => ds)),
  };
}

/** What went with this transaction although no update named it: it stood, or arrives only now, where somebody
 *  was taking the place around it away. */
export function goneUnnamed(transaction: Y.Transaction, { deletions }: Arrival): Deletions {
  return Y.mergeDeleteSets([
    subtract(transaction.deleteSet, deletions),
    subtract(arrivedForgotten(transaction), deletions),
  ]);
}

/** What arrives when its place is forgotten already: Yjs keeps its length and does not call it deleted. */
function arrivedForgotten({ doc, beforeState, afterState }: Y.Transaction): Deletions {
  const forgotten = Y.createDeleteSet();
  for (const [client, end] of afterState) {
    const start = beforeState.get(client) ?? 0;
    const structs = doc.store.clients.get(client) ?? [];
    if (start === end) continue;
    const arrived = structs.slice(Y.findIndexSS(structs, start)).filter((struct) => struct instanceof Y.GC);
    const ranges = arrived.map(({ id, length }) => {
      const clock = Math.max(id.clock, start);
      return { clock, len: id.clock + length - clock };
    });
    if (ranges.length > 0) forgotten.clients.set(client, ranges);
  }
  return forgotten;
}
