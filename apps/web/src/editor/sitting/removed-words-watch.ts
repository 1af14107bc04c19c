import { type Arrival, type RemovedWords, readArrival, wordsRemovedUnseen } from "@upiao/document";
import type * as Y from "yjs";

/** Looks at each update as it is applied, for words of mine that go with it unseen. */
export class RemovedWordsWatch {
  private arrival: Arrival | null = null;

  constructor(
    private readonly doc: Y.Doc,
    private readonly isMine: (client: number) => boolean,
    private readonly onFound: (words: RemovedWords[]) => void,
  ) {
    doc.on("beforeObserverCalls", this.onTransaction);
  }

  /** `apply` applies these updates, and nothing else. */
  receive(updates: readonly Uint8Array[], apply: () => void): void {
    this.arrival = readArrival(this.doc, updates);
    try {
      apply();
    } finally {
      this.arrival = null;
    }
  }

  destroy(): void {
    this.doc.off("beforeObserverCalls", this.onTransaction);
  }

  // Before anybody renders: what an error there would skip must not be lost.
  private readonly onTransaction = (transaction: Y.Transaction) => {
    // What the binding changes while it renders is its own transaction, and a local one.
    if (!this.arrival || transaction.local) return;
    const words = wordsRemovedUnseen(transaction, this.arrival, this.isMine);
    if (words.length > 0) this.onFound(words);
  };
}
