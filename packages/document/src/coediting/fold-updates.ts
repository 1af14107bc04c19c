import * as Y from "yjs";
import { goneUnnamed, readArrival } from "./arrival.ts";
import { withoutDeletions } from "./deletions.ts";
import { textPieces } from "./text-pieces.ts";

/** One update in the place of all these, whose deleted text is forgotten. Words that nobody saw go are neither
 *  forgotten in it nor named as deleted, so that their writer still finds out. Throws what Yjs throws at bytes that
 *  are no update. */
export function foldUpdates(updates: readonly Uint8Array[]): Uint8Array {
  const kept = new Set<Y.Item>();
  const doc = new Y.Doc({ gcFilter: (item) => !kept.has(item) });
  const arrival = readArrival(doc, updates);
  let unseen = Y.createDeleteSet();
  doc.on("beforeObserverCalls", (transaction: Y.Transaction) => {
    // Yjs tidies formatting marks in a transaction of its own, and a local one.
    if (transaction.local) return;
    unseen = goneUnnamed(transaction, arrival);
    for (const words of textPieces(doc, unseen).keys()) {
      for (let item: Y.Item | null = words; item; item = itemAround(item)) kept.add(item);
    }
  });
  const applyAll = () => {
    for (const update of updates) Y.applyUpdate(doc, update);
  };
  try {
    Y.transact(doc, applyAll, null, false);
    return withoutDeletions(Y.encodeStateAsUpdate(doc), unseen);
  } finally {
    doc.destroy();
  }
}

// Forgotten with its children, a place would take the words with it.
function itemAround({ parent }: Y.Item): Y.Item | null {
  return parent instanceof Y.AbstractType ? parent._item : null;
}
