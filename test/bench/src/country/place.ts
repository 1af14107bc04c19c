import * as Y from "yjs";
import { additionsOf } from "./letters.ts";
import type { Page } from "./page.ts";
import type { Tally } from "./tally.ts";
import type { Writer } from "./writer.ts";

/** What a place needs of the load process that it is in. */
export interface ShareOfLoad {
  readonly tally: Tally;
  /** The server has asked for more than it was sent: something went astray. */
  askedAgain: number;
  /** Something arrived before what it rests on. */
  holes: number;
  onClosed(code: number): void;
}

/** A section, with all who have it open. */
export class Place {
  readonly pages: Page[] = [];
  readonly writers = new Map<number, Writer>();
  /** Up to where each client's text has arrived at somebody. */
  readonly arrived = new Map<number, number>();
  /** The same with what was written here. One for all: what has come to one is about to come to the others. */
  private readonly known = new Map<number, number>();
  private vector: Uint8Array | null = null;

  constructor(
    readonly sectionId: string,
    readonly share: ShareOfLoad,
  ) {}

  addWriter(writer: Writer): Writer {
    this.writers.set(writer.client, writer);
    return writer;
  }

  othersOf(page: Page): number {
    return this.pages.reduce((sum, other) => sum + (other.isOpen && other !== page ? 1 : 0), 0);
  }

  stateVector(): Uint8Array {
    this.vector ??= Y.encodeStateVector(this.known);
    return this.vector;
  }

  know(client: number, end: number): void {
    if (end <= (this.known.get(client) ?? 0)) return;
    this.known.set(client, end);
    this.vector = null;
  }

  /** Somebody hears what was written; `at` is null when it is no news but the answer to a question. */
  hear(update: Uint8Array, hearer: number, at: number | null): void {
    for (const { client, from, to } of additionsOf(update)) {
      const known = this.arrived.get(client) ?? 0;
      if (from > known) this.share.holes++;
      if (to > known) this.arrived.set(client, to);
      this.know(client, to);
      // A node that read its own commit back from the log sends it to its writer too.
      const letters = at === null || client === hearer ? undefined : this.writers.get(client)?.letters;
      for (let end = from + 1; letters && end <= to; end++) {
        const sent = letters.at(end);
        if (sent !== undefined) this.share.tally.fanOut.add(at! - sent);
      }
    }
  }

  hearCaret(client: number, clock: number, at: number): void {
    const sent = this.writers.get(client)?.carets.at(clock);
    if (sent !== undefined) this.share.tally.carets.add(at - sent);
  }

  /** Of the letters that had arrived at somebody or were acknowledged, how many are not in what is there now. */
  compareWith(doc: Y.Doc): { letters: number; lost: number } {
    let letters = 0;
    let lost = 0;
    for (const { client, begin, durable } of this.writers.values()) {
      const due = Math.max(durable, this.arrived.get(client) ?? 0);
      letters += Math.max(0, due - begin);
      lost += Math.max(0, due - Math.max(begin, Y.getState(doc.store, client)));
    }
    return { letters, lost };
  }
}
