import type { LogReading, UpdateLog } from "@upiao/db";
import { Closing } from "./closing.ts";
import type { Connection } from "./connection.ts";
import { awarenessFrame, updateFrame } from "./frames.ts";
import { longTail } from "./limits.ts";
import type { LogWriter } from "./log-writer.ts";
import { RoomAwareness } from "./room-awareness.ts";
import { type Clocks, SectionText } from "./section-text.ts";

/** A client id's owner is written down again this often, so that the log knows until when it wrote. */
const ownerSeenMs = 60_000;

/** A section that somebody has open on this node: its text as far as the log has it, and who is connected. */
export class Room {
  readonly connections = new Set<Connection>();
  readonly awareness = new RoomAwareness();
  private readonly text: SectionText;
  private readonly ownerSeenAt = new Map<number, number>();
  /** Clocks of what is durable or on its way there. */
  private accepted: Clocks;
  private seq: number;
  private foldedSeq: number;
  private lastAppend: Promise<void> = Promise.resolve();
  private catching: Promise<void> | null = null;
  private broken = false;

  private constructor(
    readonly sectionId: string,
    private readonly log: UpdateLog,
    private readonly writer: LogWriter,
    private readonly onBroken: (room: Room, error: unknown) => void,
    private owners: Map<number, string>,
    reading: LogReading,
  ) {
    this.text = new SectionText(reading.snapshot);
    for (const update of reading.updates) this.text.add(update.bytes);
    this.seq = reading.seq;
    this.foldedSeq = reading.seq - reading.updates.length;
    this.accepted = this.text.copyOfClocks();
  }

  /** Throws when the log cannot be read whole: a closed door, never an empty room. */
  static async open(
    sectionId: string,
    log: UpdateLog,
    writer: LogWriter,
    onBroken: (room: Room, error: unknown) => void,
  ): Promise<Room> {
    const reading = await log.readAfter(sectionId, 0);
    return new Room(sectionId, log, writer, onBroken, await log.readOwners(sectionId), reading);
  }

  stateVector(): Uint8Array {
    return this.text.stateVector();
  }

  missingSince(stateVector: Uint8Array): Uint8Array {
    return this.text.missingSince(stateVector);
  }

  /** Whether an update says nothing that the log does not have. Throws when the bytes are no update. */
  knows(update: Uint8Array): boolean {
    return this.text.weigh(update, this.accepted).kind === "NOTHING_NEW";
  }

  /** Takes an update of an editor. Resolves to true when it is durable and everybody has been sent it, to false when it
   *  rests on something that never came and was not kept. Throws a `Closing` at once for what is refused. */
  submit(update: Uint8Array, connection: Connection): Promise<boolean> {
    const weighing = this.text.weigh(update, this.accepted);
    if (weighing.kind === "INCOMPLETE") return Promise.resolve(false);
    // What it repeats may still be on its way to the disk.
    if (weighing.kind === "NOTHING_NEW") return this.lastAppend.then(() => !this.broken);
    if (this.broken) throw new Closing("tryAgainLater", "not saved, try again");
    if (this.writer.isFull) throw new Closing("tryAgainLater", "too much is waiting for the database");
    const { userId } = connection.viewer;
    const { bytes, writers } = weighing;
    for (const client of writers.keys()) {
      const owner = this.owners.get(client);
      if (owner !== undefined && owner !== userId)
        throw new Closing("notAllowed", "client id of another person");
    }
    for (const [client, clock] of writers) {
      this.owners.set(client, userId);
      this.accepted.set(client, clock);
    }
    const clientIds = this.ownersToWriteDown(writers.keys());
    const appended = this.writer.append({ sectionId: this.sectionId, bytes, authorId: userId, clientIds });
    const done = appended.then(
      async (place) => {
        if (place === null) {
          await this.giveBack(writers.keys());
          connection.end(new Closing("notAllowed", "client id of another person"));
          return false;
        }
        await this.take(place.seq, bytes, connection);
        return !this.broken;
      },
      (error: unknown) => {
        this.break(error);
        return false;
      },
    );
    this.lastAppend = done.then(() => undefined);
    return done;
  }

  /** The log has grown on another node: what is missing here is read and shown. */
  async catchUp(upTo: number): Promise<void> {
    while (this.seq < upTo && !this.broken) await this.readOnOnce();
  }

  /** News may have been missed: whatever the log has by now is shown. */
  async catchUpWithLog(): Promise<void> {
    await this.catching;
    await this.readOnOnce();
  }

  relay(frame: Uint8Array, from: Connection | null): void {
    for (const connection of this.connections) if (connection !== from) connection.send(frame);
  }

  relayAwareness(message: Uint8Array, from: Connection | null): void {
    const frame = awarenessFrame(message);
    for (const connection of this.connections) if (connection !== from) connection.sendIfQuick(frame);
  }

  /** Folds the log when its tail is long, or at any length. */
  async fold(atLeast = longTail): Promise<void> {
    if (this.seq - this.foldedSeq < Math.max(1, atLeast)) return;
    const seq = this.seq;
    this.foldedSeq = seq;
    await this.log.fold(this.sectionId, seq, this.text.fold());
  }

  private async take(seq: number, bytes: Uint8Array, from: Connection): Promise<void> {
    if (seq !== this.seq + 1 || this.catching) {
      await this.catchUp(seq);
      return;
    }
    this.seq = seq;
    this.text.add(bytes);
    this.relay(updateFrame(bytes), from);
    if (this.seq - this.foldedSeq >= longTail) this.fold().catch((error: unknown) => this.break(error));
  }

  private readOnOnce(): Promise<void> {
    this.catching ??= this.readOn().finally(() => {
      this.catching = null;
    });
    return this.catching;
  }

  private async readOn(): Promise<void> {
    try {
      const reading = await this.log.readAfter(this.sectionId, this.seq);
      if (reading.snapshot) {
        this.owners = await this.log.readOwners(this.sectionId);
        this.show(reading.snapshot);
        this.foldedSeq = reading.seq - reading.updates.length;
      }
      for (const { bytes, authorId } of reading.updates) {
        for (const client of this.show(bytes))
          if (!this.owners.has(client)) this.owners.set(client, authorId);
      }
      this.seq = reading.seq;
    } catch (error) {
      this.break(error);
    }
  }

  private show(bytes: Uint8Array): Iterable<number> {
    const clients = this.text.add(bytes);
    for (const [client, clock] of clients)
      this.accepted.set(client, Math.max(clock, this.accepted.get(client) ?? 0));
    this.relay(updateFrame(bytes), null);
    return clients.keys();
  }

  private ownersToWriteDown(clients: Iterable<number>): number[] {
    const now = Date.now();
    return [...clients].filter((client) => {
      if (now - (this.ownerSeenAt.get(client) ?? 0) < ownerSeenMs) return false;
      this.ownerSeenAt.set(client, now);
      return true;
    });
  }

  private async giveBack(clients: Iterable<number>): Promise<void> {
    const durable = this.text.copyOfClocks();
    for (const client of clients) this.accepted.set(client, durable.get(client) ?? 0);
    this.owners = await this.log.readOwners(this.sectionId);
  }

  // What the database did not take is nowhere but with its writers: they come back and send it again.
  private break(error: unknown): void {
    if (this.broken) return;
    this.broken = true;
    this.onBroken(this, error);
  }
}
