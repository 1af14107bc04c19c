import * as Y from "yjs";
import { type Pick, pickOf, rejoinPicks } from "../objective/rejoin-picks.ts";
import { type Arrival, goneUnnamed, readArrival } from "./arrival.ts";
import { withoutDeletions } from "./deletions.ts";
import { fieldItems } from "./text-pieces.ts";
import { type RemovedWords, wordsRemovedUnseen } from "./words-removed-unseen.ts";

/** Finds the words of mine that others remove without having seen them, and keeps those of others findable.
 *
 *  Yjs has no move: joining two paragraphs, or cutting and pasting one, deletes the text and writes it again. The
 *  update of who does so names, one by one, the pieces that their screen had. A piece that goes without being
 *  named goes only because the place around it went: nobody has seen it go, nor written it again elsewhere.
 *
 *  That holds as long as every update tells the truth, and Yjs does not: what it says of a whole document, or of
 *  what a change did to one, names everything that is gone. A writer who returned after such an update would
 *  take their words for removed by somebody who had read them. So what leaves this copy, to the server or to the
 *  disk, goes through `withoutUnseen` first. */
export class RemovedWordsWatch {
  private arrival: Arrival | null = null;
  /** What went unnamed of others, who are still to be told. Of mine I am told here, so it may be called removed. */
  private unseen = Y.createDeleteSet();
  /** Mine, that others have written over in the same moment. */
  private picks: Pick[] = [];

  constructor(
    private readonly doc: Y.Doc,
    private readonly isMine: (client: number) => boolean,
    private readonly onFound: (words: RemovedWords[]) => void,
    /** Whether I may write again what can be, in the place of being handed it back. */
    private readonly mayRejoin: () => boolean = () => true,
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
      const picks = this.picks.splice(0);
      if (picks.length > 0) this.doc.transact(() => rejoinPicks(picks), this);
    }
  }

  /** An update of this document that Yjs wrote, without the deletions that nobody decided. Who applies it loses
   *  the same text, and can tell why. */
  withoutUnseen(update: Uint8Array): Uint8Array {
    return withoutDeletions(update, this.unseen);
  }

  destroy(): void {
    this.doc.off("beforeObserverCalls", this.onTransaction);
  }

  // Before anybody renders: what an error there would skip must not be lost.
  private readonly onTransaction = (transaction: Y.Transaction) => {
    // What the binding changes while it renders is its own transaction, and a local one.
    if (!this.arrival || transaction.local) return;
    const mine = Y.createDeleteSet();
    const others = Y.createDeleteSet();
    for (const [client, ranges] of goneUnnamed(transaction, this.arrival).clients) {
      (this.isMine(client) ? mine : others).clients.set(client, ranges);
    }
    this.unseen = Y.mergeDeleteSets([this.unseen, others]);
    const fields: Y.Item[] = [];
    for (const item of fieldItems(transaction.doc, mine)) {
      const pick = this.mayRejoin() ? pickOf(item) : null;
      if (pick) this.picks.push(pick);
      else fields.push(item);
    }
    const words = wordsRemovedUnseen(transaction, this.arrival, mine, fields);
    if (words.length > 0) this.onFound(words);
  };
}
