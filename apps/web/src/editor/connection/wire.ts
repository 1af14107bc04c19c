import { type Access, reaches } from "@upiao/domain";

/** What has passed over one socket. A new socket begins a new one: counts and rights are each connection's own. */
export class Wire {
  /** Frames with text, and how many of them the server has made durable. */
  sent = 0;
  durable = 0;
  /** The server's question of what we have was answered: only then can everything here be there too. */
  hasAnswered = false;
  /** Not known until the server says it. */
  access: Access | null = null;
  reason = "";
  /** The server cannot reach its database: what it was sent waits there, and nothing has gone astray. */
  isStorageAway = false;
  /** Messages from the server, and when the last one came. */
  heard = 0;
  heardAt: number;
  /** When something last went forward, on the wire or in the server's log. */
  movedAt: number;
  private bufferedBytes = 0;
  private waiting: { readonly frame: number; readonly clocks: ReadonlyMap<number, number> }[] = [];

  constructor(now: number) {
    this.movedAt = now;
    this.heardAt = now;
  }

  get isReader(): boolean {
    return this.access !== null && !reaches(this.access, "PROPOSE");
  }

  get isSettled(): boolean {
    return this.durable === this.sent;
  }

  noteHeard(now: number): void {
    this.heard++;
    this.heardAt = now;
  }

  /** `clocks` is what the server will have when it has this frame. */
  noteSent(clocks: ReadonlyMap<number, number>, now: number): void {
    if (this.isSettled) this.movedAt = now;
    this.sent++;
    this.waiting.push({ frame: this.sent, clocks });
  }

  /** Answers the clocks of what has become durable. */
  noteDurable(count: number, now: number): ReadonlyMap<number, number>[] {
    if (count <= this.durable) return [];
    this.durable = Math.min(count, this.sent);
    this.movedAt = now;
    const done = this.waiting.filter(({ frame }) => frame <= this.durable);
    this.waiting = this.waiting.slice(done.length);
    return done.map(({ clocks }) => clocks);
  }

  /** A long return from offline over a slow line is no stall as long as bytes leave. */
  noteBuffered(bytes: number, now: number): void {
    if (bytes !== this.bufferedBytes) this.movedAt = now;
    this.bufferedBytes = bytes;
  }
}
