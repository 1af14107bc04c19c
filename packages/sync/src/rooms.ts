import type { Bus, News } from "@upiao/bus";
import type { UpdateLog } from "@upiao/db";
import { Closing } from "./closing.ts";
import type { Connection } from "./connection.ts";
import { restMs } from "./limits.ts";
import { LogWriter } from "./log-writer.ts";
import { Room } from "./room.ts";
import { presentPerson } from "./stamp.ts";

/** The bus carries less than 8,000 bytes: beyond these, people are not named on the desk. */
const mostPresent = 30;

/** The sections that are open on this node, and what the other nodes have to know of them. */
export class Rooms {
  private readonly opened = new Map<string, Promise<Room>>();
  private readonly present = new Map<string, Room>();
  private readonly resting = new Map<Room, NodeJS.Timeout>();
  private readonly writer: LogWriter;
  private readonly ends: (() => void)[];
  private closed = false;

  constructor(
    private readonly log: UpdateLog,
    private readonly bus: Bus,
    private readonly onFault: (error: unknown, what: string) => void,
  ) {
    this.writer = new LogWriter(log, (sectionId, seq) => this.publish("log", { sectionId, seq }));
    this.ends = [
      bus.subscribe("log", ({ sectionId, seq }, node) => {
        if (node !== bus.node) void this.present.get(sectionId)?.catchUp(seq);
      }),
      bus.subscribe("awareness", ({ sectionId, message }, node) =>
        this.hearAwareness(sectionId, message, node),
      ),
      bus.subscribe("roll", () => this.sayPresence()),
      bus.onGap(() => this.readEverythingAgain()),
    ];
  }

  get size(): number {
    return this.opened.size;
  }

  *connections(): Iterable<Connection> {
    for (const room of this.present.values()) yield* room.connections;
  }

  /** Throws when the section's log cannot be read; the next one to ask tries again. */
  open(sectionId: string): Promise<Room> {
    let room = this.opened.get(sectionId);
    if (!room) {
      room = Room.open(sectionId, this.log, this.writer, (broken, error) => this.drop(broken, error));
      this.opened.set(sectionId, room);
      room.then(
        (open) => {
          this.present.set(sectionId, open);
          this.rest(open);
        },
        () => this.opened.delete(sectionId),
      );
    }
    return room;
  }

  join({ room }: Connection): void {
    clearTimeout(this.resting.get(room));
    this.resting.delete(room);
    this.announcePresence(room);
    // It may have come to rest between being opened and being entered.
    if (this.present.get(room.sectionId) !== room) {
      for (const connection of room.connections)
        connection.end(new Closing("tryAgainLater", "the section was resting"));
    }
  }

  leave(connection: Connection): void {
    const { room } = connection;
    room.connections.delete(connection);
    const message = room.awareness.forget(connection);
    if (message) {
      room.relayAwareness(message, null);
      this.announceAwareness(room, message);
    }
    this.announcePresence(room);
    if (room.connections.size === 0) this.rest(room);
  }

  announceAwareness(room: Room, message: Uint8Array): void {
    this.publish("awareness", {
      sectionId: room.sectionId,
      message: Buffer.from(message).toString("base64"),
    });
  }

  beat(now: number): void {
    for (const room of this.present.values()) {
      const message = room.awareness.forgetSilent(now);
      if (message) room.relayAwareness(message, null);
    }
    this.sayPresence();
  }

  /** Makes durable what has come, acknowledges it, and sends everybody away. */
  async close(): Promise<void> {
    this.closed = true;
    for (const end of this.ends) end();
    for (const timer of this.resting.values()) clearTimeout(timer);
    for (const connection of this.connections()) connection.pause();
    await this.writer.flush();
    for (const connection of [...this.connections()])
      connection.end(new Closing("restarting", "the server is restarting"));
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
    try {
      await room.fold(1);
    } catch (error) {
      this.onFault(error, "a section could not be folded");
    }
    if (room.connections.size === 0) this.forget(room);
  }

  private drop(room: Room, error: unknown): void {
    this.onFault(error, "a section was closed, since its log could not be written or read");
    this.forget(room);
    for (const connection of [...room.connections])
      connection.end(new Closing("tryAgainLater", "not saved, try again"));
  }

  private forget(room: Room): void {
    // Another one of the section may have been opened since.
    if (this.present.get(room.sectionId) !== room) return;
    this.opened.delete(room.sectionId);
    this.present.delete(room.sectionId);
  }

  private readEverythingAgain(): void {
    for (const room of this.present.values()) void room.catchUpWithLog();
  }

  private hearAwareness(sectionId: string, base64: string, node: string | null): void {
    const room = this.present.get(sectionId);
    if (!room || node === null || node === this.bus.node) return;
    const message = Buffer.from(base64, "base64");
    room.awareness.hearFromNode(message, node);
    room.relayAwareness(message, null);
  }

  private sayPresence(): void {
    for (const room of this.present.values()) if (room.connections.size > 0) this.announcePresence(room);
  }

  private announcePresence(room: Room): void {
    const people = new Map(
      [...room.connections].map(({ rights }) => [rights.viewer.userId, presentPerson(rights)]),
    );
    this.publish("presence", {
      sectionId: room.sectionId,
      present: [...people.values()].slice(0, mostPresent),
    });
  }

  private publish<T extends keyof News>(topic: T, news: News[T]): void {
    this.bus
      .publish(topic, news)
      .catch((error: unknown) => this.onFault(error, "the other nodes could not be told"));
  }
}
