import { setImmediate } from "node:timers/promises";
import type { Bus, SectionPresence } from "@upiao/bus";
import { presenceWindowMs } from "./limits.ts";
import type { Room } from "./room.ts";
import { presentPerson } from "./stamp.ts";

/** Beyond these, people are not named on the desk. */
const mostPresent = 30;
/** Sections told of in one turn of the event loop. */
const atOnce = 500;

/** Tells the desks, here and on the other nodes, who is in which section. */
export class PresenceTeller {
  /** Rooms that somebody has entered or left since the desks were told. */
  private readonly changed = new Set<Room>();
  private timer: NodeJS.Timeout | null = null;
  private closed = false;

  constructor(private readonly bus: Bus) {}

  /** Whole offices come and go at once: the desks are told what it has come to. */
  tellSoon(room: Room): void {
    if (this.closed) return;
    this.changed.add(room);
    this.timer ??= setTimeout(() => {
      this.timer = null;
      const rooms = [...this.changed];
      this.changed.clear();
      void this.tell(rooms);
    }, presenceWindowMs);
  }

  /** In few messages, and with a breath between them: a node may have many thousands open. */
  async tell(rooms: readonly Room[]): Promise<void> {
    for (let at = 0; at < rooms.length && !this.closed; at += atOnce) {
      if (at > 0) await setImmediate();
      this.bus.publish("presence", { sections: rooms.slice(at, at + atOnce).map(presenceIn) });
    }
  }

  /** Nobody is here any more. */
  close(rooms: readonly Room[]): void {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    this.bus.publish("presence", {
      sections: rooms.map(({ sectionId }) => ({ sectionId, present: [] })),
    });
  }
}

function presenceIn({ sectionId, connections }: Room): SectionPresence {
  const people = new Map([...connections].map(({ rights }) => [rights.viewer.userId, presentPerson(rights)]));
  return { sectionId, present: [...people.values()].slice(0, mostPresent) };
}
