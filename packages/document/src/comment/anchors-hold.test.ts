import fc from "fast-check";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { foldUpdates } from "../coediting/fold-updates.ts";
import { Peer } from "../coediting/testing/peer.ts";
import { anyDeed, type Deed, Sitting } from "../coediting/testing/sitting.ts";
import { markdownToUpdate } from "../markdown/markdown-to-update.ts";
import { type Anchor, anchorOf } from "./anchor.ts";
import { type AnchorPlace, placeOf } from "./place-of.ts";
import { RunningText } from "./running-text.ts";

const deedCount = 1_000;
const anchorCount = 200;

/** Each word has letters of its own, so that whose a letter is can be read from it; those typed later are others. */
const word = (index: number) => String.fromCodePoint(0xac00 + index).repeat(3);
const words = (from: number, count: number) => Array.from({ length: count }, (_, at) => word(from + at));
const seed = markdownToUpdate(
  [
    ...Array.from({ length: 8 }, (_, at) => words(at * 20, 12).join(" ")),
    `## ${words(500, 3).join(" ")}`,
    ...Array.from({ length: 4 }, (_, at) => `- ${words(600 + at * 5, 4).join(" ")}`),
    `| ${words(700, 2).join(" | ")} |\n|---|---|\n| ${words(710, 2).join(" | ")} |`,
  ].join("\n\n"),
  7,
);

interface Made {
  readonly anchor: Anchor;
  /** Its first and its last letter, as Yjs knows them. */
  readonly ends: readonly Y.ID[];
}

const anchoring = fc.record({
  who: fc.nat({ max: 2 }),
  place: fc.nat({ max: 9_999 }),
  length: fc.nat({ max: 25 }),
});
type Anchoring = typeof anchoring extends fc.Arbitrary<infer Value> ? Value : never;

/** Some letters of what a writer sees, from where the numbers say; null where there are only spaces. */
function anchorSomewhere(peers: readonly Peer[], { who, place, length }: Anchoring): Made | null {
  const text = new RunningText(peers[who]!.fragment);
  const from = Math.floor((place / 10_000) * text.letters.length);
  const anchor = anchorOf(text, { from, to: from + 2 + length });
  if (!anchor) return null;
  const ends = [anchor.start, anchor.end].map((end) => Y.decodeRelativePosition(end).item!);
  return { anchor, ends };
}

const isAlive = ({ doc }: Peer, { client, clock }: Y.ID) =>
  Y.getState(doc.store, client) > clock && !Y.getItem(doc.store, Y.createID(client, clock)).deleted;

/** What the anchors promise, of one of them on one screen. */
function check(peer: Peer, text: RunningText, { anchor, ends }: Made): AnchorPlace {
  const place = placeOf(text, anchor);
  const alive = ends.filter((end) => isAlive(peer, end));
  if (place.kind === "GONE") {
    expect(alive).toEqual([]);
    return place;
  }
  const shown = text.letters.slice(place.range.from, place.range.to);
  expect(shown.trim()).toBe(shown);
  expect([...anchor.quote]).toContain(shown[0]);
  expect([...anchor.quote]).toContain(shown.at(-1));
  if (alive.length === 2) expect([shown[0], shown.at(-1)]).toEqual([anchor.quote[0], anchor.quote.at(-1)]);
  return place;
}

const who = fc.nat({ max: 2 });
const number = fc.nat({ max: 1_000 });
const undoing = fc.record({ turn: fc.constantFrom("undo" as const, "redo" as const), who });
/** What takes words away, more often than people would. */
const removing = fc.record({
  what: fc.constantFrom<Deed["what"]>("deleteText", "deleteAcross", "deleteBlock", "moveBlock"),
  who,
  place: number,
  other: number,
});
const anyStep = fc.oneof(
  { weight: 14, arbitrary: anyDeed },
  { weight: 4, arbitrary: removing },
  { weight: 2, arbitrary: undoing },
);

class Undoing {
  private readonly managers = new WeakMap<Peer, Y.UndoManager>();

  /** Before the writer writes: only what it has seen can be taken back. */
  of(peer: Peer): Y.UndoManager {
    const known = this.managers.get(peer);
    if (known) return known;
    const trackedOrigins = new Set(["editor"]);
    const manager = new Y.UndoManager(peer.fragment, { trackedOrigins, captureTimeout: 0 });
    this.managers.set(peer, manager);
    return manager;
  }
}

/** `RUNS=100` tries more than the suite has time for. */
const seeds = Array.from({ length: Number(process.env.RUNS ?? 2) }, (_, at) => at + 1);

it.each(seeds)(
  "after 1,000 random edits and merges (%i) each of 200 anchors stands on its own words, or is gone, and on no others",
  (seedOfRun) => {
    const deeds = fc.sample(anyStep, { numRuns: deedCount, seed: seedOfRun });
    const anchorings = fc.sample(anchoring, { numRuns: anchorCount, seed: seedOfRun });
    const sitting = new Sitting(seed);
    const undoing = new Undoing();
    const made: Made[] = [];
    const kinds = { THERE: 0, MOVED: 0, GONE: 0 };
    const every = deedCount / anchorCount;
    for (const [index, deed] of deeds.entries()) {
      for (const peer of sitting.peers) undoing.of(peer);
      if ("turn" in deed) undoing.of(sitting.peers[deed.who]!)[deed.turn]();
      else sitting.happen(deed);
      if (index % every !== 0) continue;
      const one = anchorSomewhere(sitting.peers, anchorings[index / every]!);
      if (one) made.push(one);
      // In the middle of it too, where each sees something else.
      const peer = sitting.peers[index % 3]!;
      const text = new RunningText(peer.fragment);
      for (const each of made) kinds[check(peer, text, each).kind]++;
    }
    sitting.settle();

    const restarted = new Peer(9_999);
    restarted.receive(foldUpdates(sitting.hub.updates));
    const readers = [...sitting.peers, restarted].map((peer) => ({
      peer,
      text: new RunningText(peer.fragment),
    }));
    for (const each of made) {
      const [first, ...others] = readers.map(({ peer, text }) => check(peer, text, each));
      for (const place of others) expect(place).toEqual(first);
    }
    // An anchor that is always gone would keep the promise too.
    expect(made.length).toBeGreaterThan(anchorCount / 2);
    for (const count of Object.values(kinds)) expect(count).toBeGreaterThan(0);
  },
);
