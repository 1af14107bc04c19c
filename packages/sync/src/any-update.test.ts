import { findForeignContent, foldUpdates, markdownToUpdate } from "@upiao/document";
import { type CraftedContent, content, craftUpdate, gc, type PieceId } from "@upiao/test";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { Closing } from "./closing.ts";
import { largestClock, mostWriters } from "./limits.ts";
import { type Clocks, SectionText } from "./section-text.ts";

const seed = markdownToUpdate("prima riga\n\n- **voce**\n\n| a | b |\n|---|---|\n| c | d |", 7);
const runs = Number(process.env.RUNS ?? 300);

/** A section and a reader of it: whatever the one takes, the other reads. */
class Trial {
  readonly text = new SectionText();
  readonly doc = new Y.Doc();
  readonly clocks: Clocks;
  private readonly taken: Uint8Array[] = [seed];

  constructor() {
    this.clocks = this.text.beginWith(seed);
    Y.applyUpdate(this.doc, seed);
  }

  /** What the server answers to the update; throws a `Closing`, or whatever a parser throws. */
  offer(update: Uint8Array): string {
    const weighing = this.text.weigh(update, this.clocks);
    if (weighing.kind !== "NEW") return weighing.kind;
    this.text.expect(weighing);
    for (const [client, clock] of weighing.writers) this.clocks.set(client, clock);
    this.taken.push(weighing.bytes);
    this.text.add(weighing.bytes);
    Y.applyUpdate(this.doc, weighing.bytes);
    return "NEW";
  }

  refuses(update: Uint8Array): string {
    try {
      return this.offer(update);
    } catch (error) {
      return error instanceof Closing ? `${error.code} ${error.message}` : "no update";
    }
  }

  /** Everybody can read it, whole, in whatever way it comes to them, and take it away again. Where exactly pieces stand
   *  that rest on neighbours that are none, may differ with the way. */
  check(): void {
    const { doc, text, taken } = this;
    const isRead = (updates: readonly Uint8Array[]) => {
      const reader = new Y.Doc();
      for (const update of updates) Y.applyUpdate(reader, update);
      expect(reader.store.pendingStructs).toBeNull();
      expect(reader.store.pendingDs).toBeNull();
      expect(Y.encodeStateVector(reader)).toEqual(Y.encodeStateVector(doc));
      expect(findForeignContent(reader.getXmlFragment("default"))).toBeNull();
    };
    isRead(taken);
    isRead([Y.mergeUpdates([...taken])]);
    isRead([foldUpdates(taken)]);
    isRead(text.missingSince(Uint8Array.of(0)));
    const half = taken.slice(0, Math.ceil(taken.length / 2));
    const vector = Y.encodeStateVectorFromUpdate(Y.mergeUpdates([...half]));
    isRead([...half, ...text.missingSince(vector)]);
    const fragment = doc.getXmlFragment("default");
    fragment.delete(0, fragment.length);
    foldUpdates([...taken, Y.encodeStateAsUpdate(doc)]);
  }
}

/** What editors send, to begin from. */
const honest = (() => {
  const doc = new Y.Doc();
  doc.clientID = 11;
  Y.applyUpdate(doc, seed);
  const sent: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => sent.push(update));
  const fragment = doc.getXmlFragment("default");
  const letters = (fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText;
  letters.insert(3, "nuove parole", { italic: {} });
  letters.delete(1, 4);
  (fragment.get(1) as Y.XmlElement).setAttribute("kind", "quote");
  fragment.insert(1, [new Y.XmlElement("block"), new Y.XmlElement("table")]);
  doc.getMap("beside").set("key", { one: [1, 2] });
  return [...sent, Y.mergeUpdates(sent)];
})();

const mutation = fc.record({
  update: fc.nat({ max: honest.length - 1 }),
  cut: fc.option(fc.nat({ max: 300 }), { nil: null, freq: 20 }),
  puts: fc.array(fc.tuple(fc.nat({ max: 300 }), fc.oneof(fc.integer({ min: -3, max: 3 }), fc.nat(255))), {
    maxLength: 2,
  }),
  doubles: fc.option(fc.tuple(fc.nat({ max: 300 }), fc.nat({ max: 30 })), { nil: null, freq: 20 }),
});

function mutated({ update, cut, puts, doubles }: typeof mutation extends fc.Arbitrary<infer T> ? T : never) {
  let bytes = [...honest[update]!];
  for (const [at, more] of puts) bytes[at % bytes.length]! += more;
  if (doubles) bytes.splice(doubles[0] % bytes.length, 0, ...bytes.slice(0, doubles[1]));
  if (cut !== null) bytes = bytes.slice(0, cut % bytes.length);
  return Uint8Array.from(bytes);
}

const number = fc.nat({ max: 1_000 });
const contents: readonly CraftedContent[] = [
  ...["block", "table", "tableRow", "tableCell"].map(content.element),
  content.type("xmlText"),
  content.string("abc"),
  content.string("😀"),
  content.any("x"),
  content.any(1, 2),
  content.deleted(2),
  content.format("bold", "{}"),
  content.format("bold", "null"),
];
/** How long each of them is. */
const lengths = [1, 1, 1, 1, 1, 3, 2, 1, 2, 2, 1, 1];
const ways = ["default", "beside", "parent", "left", "right", "between", "key", "keyBeside", "gc"] as const;
const piece = fc.record({
  way: fc.constantFrom(...ways),
  content: fc.nat({ max: contents.length - 1 }),
  one: number,
  other: number,
});
const run = fc.record({
  client: fc.constantFrom(21, 22, 23),
  pieces: fc.array(piece, { minLength: 1, maxLength: 4 }),
});
const message = fc.record({
  runs: fc.uniqueArray(run, { minLength: 1, maxLength: 3, selector: ({ client }) => client }),
  deletion: fc.option(number, { nil: null }),
});
type Message = typeof message extends fc.Arbitrary<infer T> ? T : never;

/** Pieces that rest on what is there, or on what comes with them. */
function made({ runs: parts, deletion }: Message, clocks: Clocks): Uint8Array {
  const all: PieceId[] = [];
  const nodes: PieceId[] = [];
  for (const [client, end] of clocks) for (let clock = 0; clock < end; clock++) all.push([client, clock]);
  const told = parts.map(({ client, pieces }) => {
    let clock = clocks.get(client) ?? 0;
    const placed = pieces.map((each) => {
      const at: PieceId = [client, clock];
      clock += each.way === "gc" ? 2 : lengths[each.content]!;
      return { ...each, at };
    });
    for (const { at, content: index } of placed) if (index < 5) nodes.push(at);
    all.push(...placed.map(({ at }) => at));
    return { client, clock: clocks.get(client) ?? 0, placed };
  });
  const pick = (from: readonly PieceId[], index: number) => from[index % from.length]!;
  const written = told.map(({ client, clock, placed }) => ({
    client,
    clock,
    pieces: placed.map(({ way, content: index, one, other }) => {
      const neighbour = {
        left: pick(all, one),
        right: pick(all, other),
        parent: pick(nodes.length > 0 && one % 2 ? nodes : all, one),
      };
      const at = {
        default: { parent: "default" },
        beside: { parent: "beside" },
        parent: { parent: neighbour.parent },
        left: { left: neighbour.left },
        right: { right: neighbour.left },
        between: { left: neighbour.left, right: neighbour.right },
        key: { parent: neighbour.parent, key: "kind" },
        keyBeside: { parent: "keys", key: "key" },
        gc: {},
      }[way];
      return way === "gc" ? gc(2) : { ...at, content: contents[index]! };
    }),
  }));
  const [owner, from] = pick(all, deletion ?? 0);
  return craftUpdate(
    written.sort((one, other) => other.client - one.client),
    deletion === null ? [] : [{ client: owner, ranges: [[from, 1]] }],
  );
}

describe("[SY4] an update that is nobody's editor's", () => {
  it("made of an honest one is refused, or everybody can read the text with it", () => {
    const property = fc.property(fc.array(mutation, { minLength: 1, maxLength: 6 }), (mutations) => {
      const trial = new Trial();
      for (const each of mutations) trial.refuses(mutated(each));
      trial.check();
    });
    fc.assert(property, { numRuns: runs });
  });

  it("made of whatever Yjs can hold is refused, or everybody can read the text with it", () => {
    const property = fc.property(fc.array(message, { minLength: 1, maxLength: 25 }), (messages) => {
      const trial = new Trial();
      for (const each of messages) trial.refuses(made(each, trial.clocks));
      trial.check();
    });
    fc.assert(property, { numRuns: runs });
  });

  const block = { parent: "default", content: content.element("block") };
  const first = (...pieces: object[]) => craftUpdate([{ client: 9, clock: 0, pieces: pieces as never }]);
  const nested = (levels: number) => Uint8Array.of(...Array(levels).fill([117, 1]).flat(), 126);

  it.each([
    ["an empty piece", first(block, { left: [9, 0], content: content.string("") })],
    ["forgotten text of no length", first(gc(0))],
    ["a piece that rests on itself", first({ parent: [9, 0], content: content.string("x") })],
    ["a piece that rests on a later one", first({ left: [9, 1], content: content.element("block") }, block)],
    ["a value that nests without end", first({ parent: "beside", content: content.written(nested(2_000)) })],
    [
      "a mark that nests without end",
      first({ parent: "beside", content: content.format("bold", `${"[".repeat(500)}${"]".repeat(500)}`) }),
    ],
    ["a clock that no client reaches", first(gc(largestClock + 1))],
    [
      "two people's pieces that rest on each other",
      craftUpdate([
        { client: 9, clock: 0, pieces: [{ left: [8, 0], content: content.element("block") }] },
        { client: 8, clock: 0, pieces: [{ left: [9, 0], content: content.element("block") }] },
      ]),
    ],
    [
      "client ids in another order than Yjs merges them in",
      craftUpdate([8, 9].map((client) => ({ client, clock: 0, pieces: [block] }))),
    ],
    ["one client id twice", craftUpdate([9, 8, 9].map((client) => ({ client, clock: 0, pieces: [block] })))],
    [
      "more client ids than a device has had",
      craftUpdate(
        Array.from({ length: mostWriters + 1 }, (_, client) => ({
          client: 1_000 - client,
          clock: 0,
          pieces: [block],
        })),
      ),
    ],
  ])("is refused when it has %s, and says so in few words", (_what, update) => {
    expect(new Trial().refuses(update)).toMatch(/^4400 .{5,100}$/);
  });

  it("is refused whatever the name of what it has in it", () => {
    const named = first({ parent: "default", content: content.element("x".repeat(10_000)) });
    expect(new Trial().refuses(named)).toBe("4400 not of this text's schema");
  });

  it("of a device that comes back with many former client ids is taken", () => {
    const many = Array.from({ length: mostWriters }, (_, client) => ({
      client: 1_000 - client,
      clock: 0,
      pieces: [block],
    }));
    const trial = new Trial();
    expect(trial.refuses(craftUpdate(many))).toBe("NEW");
    trial.check();
  });
});
