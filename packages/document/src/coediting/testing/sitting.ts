import * as fc from "fast-check";
import { edits, typeWord } from "./edits.ts";
import { Hub } from "./hub.ts";
import { Peer } from "./peer.ts";

const writers = 3;

/** What happens to the wires, the devices and the log. */
const events = {
  receive: ({ hub, peers }, who, place) => hub.deliver(peers[who]!, place, false),
  receiveTwice: ({ hub, peers }, who, place) => hub.deliver(peers[who]!, place, true),
  leave: ({ hub, peers }, who) => hub.disconnect(peers[who]!),
  return: ({ hub, peers }, who) => hub.connect(peers[who]!),
  compare: ({ hub, peers }, who) => hub.compare(peers[who]!),
  foldKept: ({ peers }, who) => peers[who]!.foldKept(),
  foldLog: ({ hub }) => hub.fold(),
  reopen: (sitting, who) => sitting.reopen(who),
  startAnew: (sitting, who) => sitting.startAnew(who),
} satisfies Record<string, (sitting: Sitting, who: number, place: number) => void>;

const isEvent = (what: string): what is keyof typeof events => what in events;

export interface Deed {
  readonly who: number;
  readonly what: "type" | keyof typeof edits | keyof typeof events;
  /** They choose where, each deed in its way. */
  readonly place: number;
  readonly other: number;
}

const number = fc.nat({ max: 1_000 });
const who = fc.nat({ max: writers - 1 });
const deeds = (...whats: Deed["what"][]): fc.Arbitrary<Deed> =>
  fc.record({ who, what: fc.constantFrom(...whats), place: number, other: number });

export const anyDeed = fc.oneof(
  { weight: 4, arbitrary: deeds("type") },
  { weight: 5, arbitrary: deeds(...(Object.keys(edits) as (keyof typeof edits)[])) },
  { weight: 6, arbitrary: deeds("receive", "receiveTwice") },
  { weight: 2, arbitrary: deeds("leave", "return") },
  { weight: 1, arbitrary: deeds("compare", "reopen", "startAnew", "foldKept", "foldLog") },
);

/** Each word has a letter of its own, so that what is left of one is never taken for another. */
const wordOf = (index: number) => String.fromCodePoint(0x4e00 + index).repeat(2);

/** Some people write in one section, over wires that reorder, repeat and break, on devices whose page is closed
 *  and opened again. */
export class Sitting {
  readonly hub: Hub;
  readonly peers: Peer[] = [];
  private readonly typed: string[] = [];
  /** Taken away, or cut in two, by somebody before whose eyes they stood. */
  private readonly removedKnowingly = new Set<string>();
  private readonly handedBackEarlier: string[] = [];
  /** A new one for each page, and none that the text began with. */
  private clientIds = 100;

  constructor(seed: Uint8Array) {
    this.hub = new Hub(seed);
    for (let who = 0; who < writers; who++) {
      this.seat(who, new Peer(++this.clientIds));
    }
    this.settle();
  }

  happen({ who, what, place, other }: Deed): void {
    if (isEvent(what)) events[what](this, who, place);
    else if (what === "type") this.type(this.peers[who]!, place, other);
    else this.edit(this.peers[who]!, (tr) => edits[what](tr, place, other));
  }

  reopen(who: number): void {
    const closed = this.peers[who]!;
    this.hub.disconnect(closed);
    this.seat(who, closed.reopen(++this.clientIds));
  }

  /** What was not acknowledged would be lost with the device, and is no promise. */
  startAnew(who: number): void {
    const closed = this.peers[who]!;
    if (!this.hub.isConnected(closed)) return;
    this.hub.disconnect(closed);
    this.handedBackEarlier.push(...closed.words);
    const peer = closed.startAnew(++this.clientIds);
    this.seat(who, peer);
    // Nobody writes before the text is there.
    this.hub.connect(peer);
    this.hub.deliver(peer, 0, false);
  }

  /** Everybody comes back and reads everything. */
  settle(): void {
    for (const peer of this.peers) this.hub.connect(peer);
    while (this.peers.some((peer) => this.hub.waitingFor(peer) > 0)) {
      for (const peer of this.peers) this.hub.deliver(peer, 0, false);
    }
  }

  /** Words that are not in the text, nor were removed by somebody who saw them, nor were handed back. */
  lostWords(): string[] {
    const { text } = this.peers[0]!;
    const handedBack = [...this.handedBackEarlier, ...this.peers.flatMap((peer) => peer.words)].join(" ");
    return this.typed.filter(
      (word) => !text.includes(word) && !this.removedKnowingly.has(word) && !handedBack.includes(word),
    );
  }

  private seat(who: number, peer: Peer): void {
    this.peers[who] = peer;
    // Repairs of the binding leave a writer like any other change.
    peer.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "remote" && this.hub.isConnected(peer)) this.hub.append(update, peer);
    });
  }

  private type(peer: Peer, place: number, other: number): void {
    const word = wordOf(this.typed.length);
    this.edit(peer, (tr) => typeWord(tr, word, place, other));
    if (peer.text.includes(word)) this.typed.push(word);
  }

  private edit(peer: Peer, change: Parameters<Peer["edit"]>[0]): void {
    const before = this.typed.filter((word) => peer.text.includes(word));
    peer.edit(change);
    const { text } = peer;
    for (const word of before) if (!text.includes(word)) this.removedKnowingly.add(word);
  }
}
