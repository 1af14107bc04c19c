import fc from "fast-check";
import { expect, it } from "vitest";
import { markdownToUpdate } from "../markdown/markdown-to-update.ts";
import { findForeignContent } from "./foreign-content.ts";
import { edits, typeWord } from "./testing/edits.ts";
import { Hub } from "./testing/hub.ts";
import { Peer } from "./testing/peer.ts";

const seed = markdownToUpdate(
  "uno due\n\n## tre\n\n- quattro\n- cinque\n\n| a | b |\n|---|---|\n| c | d |",
  7,
);

const writers = 3;
const number = fc.nat({ max: 1_000 });
const who = fc.nat({ max: writers - 1 });
const deed = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ who, what: fc.constant("type" as const), place: number, other: number }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      who,
      what: fc.constantFrom(...(Object.keys(edits) as (keyof typeof edits)[])),
      place: number,
      other: number,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      who,
      what: fc.constantFrom("receive" as const, "receiveTwice" as const),
      place: number,
      other: number,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      who,
      what: fc.constantFrom("leave" as const, "return" as const),
      place: number,
      other: number,
    }),
  },
);

/** Each word has a letter of its own, so that what is left of one is never taken for another. */
const wordOf = (index: number) => String.fromCodePoint(0x4e00 + index).repeat(2);

class Sitting {
  readonly hub = new Hub(seed);
  readonly peers = Array.from({ length: writers }, (_, index) => new Peer(index + 1));
  readonly typed: string[] = [];
  /** Taken away, or cut in two, by somebody before whose eyes they stood. */
  readonly removedKnowingly = new Set<string>();

  constructor() {
    for (const peer of this.peers) {
      peer.receive(seed);
      // Repairs of the binding leave a writer like any other change.
      peer.doc.on("update", (update: Uint8Array, origin: unknown) => {
        if (origin !== "remote" && this.hub.isConnected(peer)) this.hub.append(update, peer);
      });
      this.hub.connect(peer);
    }
  }

  edit(peer: Peer, change: Parameters<Peer["edit"]>[0]): void {
    const before = this.typed.filter((word) => peer.text.includes(word));
    peer.edit(change);
    const { text } = peer;
    for (const word of before) if (!text.includes(word)) this.removedKnowingly.add(word);
  }

  settle(): void {
    for (const peer of this.peers) this.hub.connect(peer);
    while (this.peers.some((peer) => this.hub.waitingFor(peer) > 0)) {
      for (const peer of this.peers) this.hub.deliver(peer, 0, false);
    }
  }
}

it("all writers end with the same text, and no word is gone that nobody removed knowingly or was handed back", () => {
  fc.assert(
    fc.property(fc.array(deed, { minLength: 5, maxLength: 60 }), (deeds) => {
      const sitting = new Sitting();
      for (const { who, what, place, other } of deeds) {
        const peer = sitting.peers[who]!;
        if (what === "receive" || what === "receiveTwice")
          sitting.hub.deliver(peer, place, what === "receiveTwice");
        else if (what === "leave") sitting.hub.disconnect(peer);
        else if (what === "return") sitting.hub.connect(peer);
        else if (what === "type") {
          const word = wordOf(sitting.typed.length);
          sitting.edit(peer, (tr) => typeWord(tr, word, place, other));
          if (peer.text.includes(word)) sitting.typed.push(word);
        } else sitting.edit(peer, (tr) => edits[what](tr, place, other));
      }
      sitting.settle();

      const [first, ...others] = sitting.peers;
      for (const peer of others) expect(peer.fragment.toString()).toBe(first!.fragment.toString());
      for (const peer of sitting.peers) {
        expect(peer.doc.store.pendingStructs).toBeNull();
        expect(findForeignContent(peer.fragment)).toBeNull();
      }
      const handedBack = sitting.peers.flatMap((peer) => peer.words).join(" ");
      const gone = sitting.typed.filter(
        (word) =>
          !first!.text.includes(word) && !sitting.removedKnowingly.has(word) && !handedBack.includes(word),
      );
      expect(gone).toEqual([]);
    }),
    // One seed, so that a change is judged by the same sittings as the one before it.
    { numRuns: 300, seed: 20_261_124 },
  );
});
