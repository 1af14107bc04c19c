import type { Room, Server } from "../servers.ts";
import { Histogram } from "./histogram.ts";
import { Person, type Tally } from "./person.ts";

/** People in rooms, and what they hear of each other. */
export class Crowd {
  readonly tally: Tally;
  readonly rooms: Person[][] = [];
  private timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly server: Server,
    remembers = false,
  ) {
    this.tally = {
      delays: new Histogram(),
      cursorDelays: new Histogram(),
      isCounting: false,
      sentAt: new Map(),
      cursorSentAt: new Map(),
      seen: remembers ? new Set() : null,
    };
  }

  get people(): Person[] {
    return this.rooms.flat();
  }

  /** Lets them in, a few at a time, and waits until each has the text. */
  async enter(rooms: readonly Room[], perRoom: number): Promise<void> {
    for (const room of rooms) this.rooms.push(await this.enterRoom(room, perRoom));
  }

  async enterRoom(room: Room, count: number): Promise<Person[]> {
    const people = Array.from({ length: count }, () => this.person(room));
    await Promise.all(people.map(({ synced }) => synced));
    const away = people.find(({ closeCode }) => closeCode !== null);
    if (away) throw new Error(`${this.server.name} closed a connection with ${away.closeCode}`);
    return people;
  }

  person(room: Room, localAddress?: string): Person {
    return new Person(room.url, room.name, this.server.dialect, this.tally, localAddress);
  }

  /** Each does it so many times a second, evenly, beginning at a moment of their own. */
  every(perSecond: number, people: readonly Person[], act: (person: Person) => void): void {
    const slots: Person[][] = Array.from(
      { length: Math.max(1, Math.round(1000 / perSecond / tickMs)) },
      () => [],
    );
    people.forEach((person, index) => {
      slots[Math.floor((index * slots.length) / people.length)]!.push(person);
    });
    // A clock that is late catches up, so that the rate is the one asked for.
    const begun = performance.now();
    let done = 0;
    const timer = setInterval(() => {
      const due = Math.floor((performance.now() - begun) / tickMs);
      for (; done < due; done++) for (const person of slots[done % slots.length]!) act(person);
    }, tickMs);
    this.timers.push(timer);
  }

  rest(): void {
    for (const timer of this.timers.splice(0)) clearInterval(timer);
  }

  async leave(): Promise<void> {
    this.rest();
    for (const person of this.people) person.leave();
    await pause(100);
  }
}

const tickMs = 2;

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
