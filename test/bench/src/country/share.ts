import * as Y from "yjs";
import { yWebsocket } from "../load/dialect.ts";
import { Histogram } from "../load/histogram.ts";
import { Person } from "../load/person.ts";
import { type NodeAddresses, nodeOf } from "./node-of.ts";
import { Page } from "./page.ts";
import { Place, type ShareOfLoad } from "./place.ts";
import { Tally } from "./tally.ts";
import { msToFirstKey, msToNextKey } from "./typing-pace.ts";

/** Where somebody sits: at which address of this machine, with which pass, and whether they type. */
export interface Seat {
  readonly address: string;
  readonly ticket: string;
  readonly types: boolean;
}

export interface SectionSeats {
  readonly sectionId: string;
  readonly seats: readonly Seat[];
}

/** What came of the letters that had arrived at somebody, or were acknowledged. */
export interface Checked {
  readonly sections: number;
  readonly letters: number;
  readonly lost: number;
}

/** A whole country does not click in one moment: so many of a load process are at the door at once. */
const mostAtTheDoor = 16;
const tickMs = 50;
const ticksInSecond = 1000 / tickMs;
const words = "Gli obiettivi della transizione digitale si scrivono insieme e si misurano ogni anno. ";

/** The part of the country that one load process plays: whole sections, so that one clock sees a letter leave and arrive. */
export class Share implements ShareOfLoad {
  tally = new Tally();
  askedAgain = 0;
  holes = 0;
  private readonly places: readonly Place[];
  private readonly pages: Page[] = [];
  private readonly typists: Page[] = [];
  private ticking: NodeJS.Timeout | null = null;
  private ticks = 0;
  private typing = 0;
  private isResting = false;

  constructor(
    private readonly sections: readonly SectionSeats[],
    private readonly nodes: NodeAddresses,
  ) {
    this.places = sections.map(({ sectionId }) => new Place(sectionId, this));
  }

  onClosed(code: number): void {
    const { closed } = this.tally;
    closed.set(code, (closed.get(code) ?? 0) + 1);
  }

  /** All come in. Answers how long each waited for the text, in ms. */
  async enter(): Promise<number[]> {
    const waits: number[] = [];
    const coming = this.sections.flatMap(({ seats }, index) =>
      seats.map((seat) => ({ seat, place: this.places[index]! })),
    );
    // Whoever is in behaves as a page does while the others still come.
    this.ticking = setInterval(() => this.tick(), tickMs);
    await eachOf(coming, mostAtTheDoor, async ({ seat, place }) => {
      const begun = performance.now();
      const page = new Page(place, this.urlOf(place, seat), seat.address);
      place.pages.push(page);
      this.pages.push(page);
      if (seat.types) this.typists.push(page);
      if (await page.opened) waits.push(performance.now() - begun);
    });
    return waits;
  }

  /** So great a part of the typists are at it from now on; those who begin do so in the midst of their pauses. */
  type(part: number): void {
    const now = performance.now();
    const enough = Math.round(this.typists.length * part);
    for (; this.typing < enough; this.typing++)
      this.typeOn(this.typists[this.typing]!, 0, now + msToFirstKey());
  }

  rest(): void {
    this.isResting = true;
    if (this.ticking) clearInterval(this.ticking);
  }

  /** Comes to each section in which something was written, as somebody who has nothing of it. */
  async check(): Promise<Checked> {
    const written = this.places.flatMap((place, index) =>
      place.writers.size > 0 ? [{ place, seat: this.sections[index]!.seats[0]! }] : [],
    );
    let letters = 0;
    let lost = 0;
    await eachOf(written, mostAtTheDoor, async ({ place, seat }) => {
      const doc = await this.read(place, seat);
      const checked = place.compareWith(doc);
      letters += checked.letters;
      lost += checked.lost;
      doc.destroy();
    });
    return { sections: written.length, letters, lost };
  }

  /** A key is late when the machine is; the next are not put off by it, so that as many are typed as people would. */
  private typeOn(page: Page, typed: number, due: number): void {
    setTimeout(
      () => {
        if (this.isResting) return;
        page.type(words[typed % words.length]!);
        this.typeOn(page, typed + 1, due + msToNextKey());
      },
      Math.max(0, due - performance.now()),
    );
  }

  private tick(): void {
    const now = performance.now();
    this.ticks++;
    for (let index = this.ticks % ticksInSecond; index < this.pages.length; index += ticksInSecond)
      this.pages[index]!.tick(now);
  }

  private async read(place: Place, seat: Seat): Promise<Y.Doc> {
    const doc = new Y.Doc();
    const nobodys = {
      delays: new Histogram(),
      cursorDelays: new Histogram(),
      isCounting: false,
      sentAt: new Map(),
      cursorSentAt: new Map(),
      seen: null,
    };
    const person = new Person(this.urlOf(place, seat), place.sectionId, yWebsocket, nobodys, seat.address);
    person.onUpdate = (update) => Y.applyUpdate(doc, update);
    await person.synced;
    if (!person.isSynced) throw new Error(`a section was shut with ${person.closeCode}`);
    person.leave();
    return doc;
  }

  private urlOf({ sectionId }: Place, { ticket }: Seat): string {
    return `${nodeOf(this.nodes, sectionId)}/sync/${sectionId}?ack=1&ticket=${ticket}`;
  }
}

async function eachOf<T>(
  items: readonly T[],
  atOnce: number,
  act: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  const one = async () => {
    while (next < items.length) await act(items[next++]!);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}
