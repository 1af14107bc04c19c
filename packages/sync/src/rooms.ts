import type { Bus, SectionChannel } from "@upiao/bus";
import { UpdateLog } from "@upiao/db";
import type { DataSource } from "typeorm";
import { Closing } from "./closing.ts";
import type { Connection } from "./connection.ts";
import { awarenessWindowMs, restMs } from "./limits.ts";
import { LogWatch } from "./log-watch.ts";
import { LogWriter } from "./log-writer.ts";
import { PresenceTeller } from "./presence-teller.ts";
import { Room, type RoomNode, type Submission } from "./room.ts";

export interface RoomsOptions {
  readonly database: DataSource;
  readonly bus: Bus;
  /** One update in the place of all these: `foldUpdates`, in a thread of its own. */
  readonly fold: (updates: readonly Uint8Array[]) => Promise<Uint8Array>;
  readonly onFault: (error: unknown, what: string) => void;
}

/** The sections that are open on this node, and what the other nodes have to know of them. */
export class Rooms {
  private readonly log: UpdateLog;
  private readonly writer: LogWriter<Submission>;
  private readonly opened = new Map<string, Promise<Room>>();
  private readonly present = new Map<string, Room>();
  private readonly resting = new Map<Room, NodeJS.Timeout>();
  /** Rooms in which somebody has moved since the last window. */
  private readonly moved = new Set<Room>();
  private window: NodeJS.Timeout | null = null;
  private readonly presence: PresenceTeller;
  private readonly watch: LogWatch;
  private readonly endRoll: () => void;
  private readonly node: RoomNode;
  private closed = false;

  constructor(private readonly options: RoomsOptions) {
    const { database, bus, fold, onFault } = options;
    this.log = new UpdateLog(database);
    this.writer = new LogWriter(
      this.log,
      (isAway, error) => this.sayStorage(isAway, error),
      () => this.readOn(),
    );
    this.node = {
      log: this.log,
      writer: this.writer,
      fold,
      onBroken: (room, error) => this.drop(room, error),
      onUnfolded: (error) => onFault(error, "a section could not be folded"),
    };
    this.presence = new PresenceTeller(bus);
    this.watch = new LogWatch({
      database,
      bus,
      rooms: () => this.present.values(),
      onFault: (error) => onFault(error, "what others have written could not be looked for"),
    });
    this.endRoll = bus.subscribe("roll", () => this.sayPresence());
  }

  get size(): number {
    return this.opened.size;
  }

  get copies(): number {
    return [...this.present.values()].filter(({ hasCopy }) => hasCopy).length;
  }

  /** Nothing more may be kept for the database just now. */
  get isFull(): boolean {
    return this.writer.isFull;
  }

  get isDatabaseAway(): boolean {
    return this.writer.isAway;
  }

  *connections(): Iterable<Connection> {
    for (const room of this.present.values()) yield* room.connections;
  }

  /** Throws when the section's log cannot be read: a closed door, never an empty room. The next one to ask tries again. */
  open(sectionId: string): Promise<Room> {
    let opening = this.opened.get(sectionId);
    if (!opening) {
      opening = this.read(sectionId);
      this.opened.set(sectionId, opening);
      opening.catch(() => this.opened.delete(sectionId));
    }
    return opening;
  }

  join({ room }: Connection): void {
    clearTimeout(this.resting.get(room));
    this.resting.delete(room);
    this.presence.tellSoon(room);
    // It may have come to rest between being opened and being entered.
    if (this.present.get(room.sectionId) !== room) {
      for (const connection of room.connections)
        connection.end(new Closing("tryAgainLater", "the section was resting"));
    }
  }

  leave(connection: Connection): void {
    const { room } = connection;
    room.connections.delete(connection);
    room.forgetProposals();
    if (room.awareness.forget(connection)) this.relayAwarenessSoon(room);
    this.presence.tellSoon(room);
    if (room.connections.size === 0) this.rest(room);
  }

  /** Somebody has moved: at the end of the window everybody is told where they are by then. */
  relayAwarenessSoon(room: Room): void {
    if (this.closed) return;
    this.moved.add(room);
    this.window ??= setTimeout(() => {
      this.window = null;
      for (const moved of this.moved) moved.relayAwareness();
      this.moved.clear();
    }, awarenessWindowMs);
  }

  beat(now: number): void {
    for (const room of this.present.values()) {
      if (room.awareness.forgetSilent(now)) this.relayAwarenessSoon(room);
    }
    this.sayPresence();
  }

  /** Makes durable what has come, acknowledges it, and sends everybody away. */
  async close(): Promise<void> {
    this.closed = true;
    this.endRoll();
    this.watch.stop();
    for (const timer of this.resting.values()) clearTimeout(timer);
    if (this.window) clearTimeout(this.window);
    for (const connection of this.connections()) connection.leave();
    await this.writer.close();
    await this.log.close();
    for (const connection of [...this.connections()])
      connection.end(new Closing("restarting", "the server is restarting"));
    this.presence.close([...this.present.values()]);
  }

  private async read(sectionId: string): Promise<Room> {
    // Heard before it is read, so that nothing falls between.
    let missed = false;
    const channel: SectionChannel = this.options.bus.openSection(sectionId, {
      grown: (growth) => {
        const room = this.present.get(sectionId);
        if (room) room.grown(growth);
        else missed = true;
      },
      heard: (awareness, node) => {
        const room = this.present.get(sectionId);
        if (!room) return;
        room.awareness.hearFromNode(awareness, node);
        this.relayAwarenessSoon(room);
      },
      asked: () => this.present.get(sectionId)?.tellNewNode(),
    });
    try {
      const room = new Room(sectionId, this.node, await this.log.open(sectionId), channel);
      this.present.set(sectionId, room);
      if (missed) void room.catchUpWithLog();
      this.rest(room);
      return room;
    } catch (error) {
      channel.close();
      throw error;
    }
  }

  private rest(room: Room): void {
    if (this.closed || room.connections.size > 0) return;
    clearTimeout(this.resting.get(room));
    this.resting.set(
      room,
      setTimeout(() => void this.putAway(room), restMs),
    );
  }

  private async putAway(room: Room): Promise<void> {
    this.resting.delete(room);
    await room.foldAtRest();
    if (room.connections.size > 0) return;
    // What its last writer left is still on its way.
    if (room.isWriting) this.rest(room);
    else this.forget(room);
  }

  private drop(room: Room, error: unknown): void {
    this.options.onFault(error, "a section was closed, since its log could not be written or read");
    this.forget(room);
    for (const connection of [...room.connections])
      connection.end(new Closing("tryAgainLater", "not saved, try again"));
  }

  private forget(room: Room): void {
    // Another one of the section may have been opened since.
    if (this.present.get(room.sectionId) !== room) return;
    this.opened.delete(room.sectionId);
    this.present.delete(room.sectionId);
    room.channel.close();
  }

  private sayStorage(isAway: boolean, error: unknown): void {
    if (isAway) this.options.onFault(error, "the log cannot be written for now");
    for (const connection of this.connections()) connection.sayStorage(isAway);
  }

  private readOn(): void {
    for (const connection of this.connections()) connection.readOn();
  }

  private sayPresence(): void {
    void this.presence.tell([...this.present.values()].filter(({ connections }) => connections.size > 0));
  }
}
