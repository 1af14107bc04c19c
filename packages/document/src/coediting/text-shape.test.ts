import { initProseMirrorDoc } from "@tiptap/y-tiptap";
import { type CraftedContent, content, craftUpdate, type PieceId } from "@upiao/test";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { markdownToUpdate } from "../markdown/markdown-to-update.ts";
import { fragmentName, schema } from "../schema.ts";
import { foldUpdates } from "./fold-updates.ts";
import { findForeignContent } from "./foreign-content.ts";
import { inOrder } from "./in-order.ts";
import { edits } from "./testing/edits.ts";
import { Peer } from "./testing/peer.ts";
import { anyDeed, Sitting } from "./testing/sitting.ts";
import { TextShape } from "./text-shape.ts";

const seed = markdownToUpdate("uno due\n\n## tre\n\n- quattro\n\n| a | b |\n|---|---|\n| c | d |", 7);

/** Notes an update and answers what of it the editor could not hold. */
function add(shape: TextShape, update: Uint8Array): string | null {
  let found: string | null = null;
  for (const struct of inOrder(Y.decodeUpdate(update).structs)!) found ??= shape.add(struct);
  return found;
}

function shapeOf(...updates: Uint8Array[]): TextShape {
  const shape = new TextShape();
  for (const update of updates) expect(add(shape, update)).toBeNull();
  return shape;
}

/** What a program of another person changes in the text. */
function change(work: (fragment: Y.XmlFragment, doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seed);
  const before = Y.encodeStateVector(doc);
  doc.transact(() => work(doc.getXmlFragment(fragmentName), doc));
  return Y.encodeStateAsUpdate(doc, before);
}

const blockOf = (fragment: Y.XmlFragment, index = 0) => fragment.get(index) as Y.XmlElement;
const lettersOf = (fragment: Y.XmlFragment) => blockOf(fragment).get(0) as Y.XmlText;
const rowOf = (fragment: Y.XmlFragment) => (fragment.get(3) as Y.XmlElement).get(0) as Y.XmlElement;
const cellOf = (fragment: Y.XmlFragment) => rowOf(fragment).get(0) as Y.XmlElement;
const element = (name: string) => new Y.XmlElement(name);
const any = (value: unknown) => value as never;

describe("[T21] the shape of a text", () => {
  it.each<[string, (fragment: Y.XmlFragment, doc: Y.Doc) => void]>([
    ["a block behind another", (text) => text.push([element("block")])],
    ["a paragraph of a stock program before all", (text) => text.insert(0, [element("paragraph")])],
    ["letters, also with a known mark", (text) => lettersOf(text).insert(1, "x", { bold: {} })],
    ["a change of a block's kind", (text) => blockOf(text, 1).setAttribute("kind", "quote")],
    [
      "another change of the same",
      (text) => {
        for (const level of [2, 3]) blockOf(text, 1).setAttribute("level", any(level));
      },
    ],
    ["a line break", (text) => blockOf(text).push([element("hardBreak"), new Y.XmlText("giù")])],
    [
      "a row, and a wide cell in it",
      (text) => {
        const [row, cell] = [element("tableRow"), element("tableCell")];
        blockOf(text, 3).push([row]);
        row.push([cell]);
        for (const span of [2, 3]) cell.setAttribute("colspan", any(span));
      },
    ],
    [
      "what stands where somebody has just deleted",
      (text) => {
        text.delete(0, 2);
        text.insert(0, [element("block")]);
      },
    ],
    [
      "what programs keep beside the text",
      (_text, doc) => {
        doc.getText("t").insert(0, "lettere", { strong: true });
        const map = new Y.Map<unknown>();
        doc.getArray("list").push([1, "due", map, { tre: 3 }]);
        map.set("in", new Y.Array());
      },
    ],
  ])("holds %s", (_what, work) => {
    expect(add(shapeOf(seed), change(work))).toBeNull();
    expect(add(shapeOf(foldUpdates([seed])), change(work))).toBeNull();
  });

  it.each<[string, (fragment: Y.XmlFragment, doc: Y.Doc) => void]>([
    ["an unknown node", (text) => text.push([element("callout")])],
    ["a node named as something of JavaScript", (text) => text.push([element("constructor")])],
    ["an unknown node in a known one", (text) => blockOf(text).push([element("image")])],
    ["a block in a block", (text) => blockOf(text).insert(0, [element("block")])],
    ["a block behind a block's letters", (text) => blockOf(text).push([element("block")])],
    ["a paragraph in a cell", (text) => cellOf(text).insert(0, [element("paragraph")])],
    ["a row outside of a table", (text) => text.insert(1, [element("tableRow")])],
    ["a cell outside of a row", (text) => blockOf(text, 3).push([element("tableCell")])],
    ["letters between the rows of a table", (text) => blockOf(text, 3).push([new Y.XmlText("x")])],
    ["letters outside of a block", (text) => text.push([new Y.XmlText("x")])],
    ["an unknown mark", (text) => lettersOf(text).insert(1, "x", { blink: {} })],
    [
      "a mark that goes on for pages",
      (text) => lettersOf(text).format(0, 1, { link: { href: "x".repeat(2_001) } }),
    ],
    ["something embedded among letters", (text) => lettersOf(text).insertEmbed(1, { image: "x" })],
    ["a node among letters", (text) => lettersOf(text).insertEmbed(1, element("block"))],
    ["a hook", (text) => text.push([any(new Y.XmlHook("hook"))])],
    ["a fragment in the fragment", (text) => text.push([any(new Y.XmlFragment())])],
    ["a map in a block", (text) => blockOf(text).push([any(new Y.Map())])],
    ["a value that is no node", (text) => text.push([any("x")])],
    ["an attribute that is a type", (text) => blockOf(text).setAttribute("kind", any(new Y.Map()))],
    ["an attribute that is bytes", (text) => blockOf(text).setAttribute("kind", any(new Uint8Array(3)))],
    ["an attribute that goes on for pages", (text) => blockOf(text).setAttribute("kind", "x".repeat(2_001))],
    ["a cell of a million columns", (text) => cellOf(text).setAttribute("colspan", any(1_000_000))],
    [
      "one that was of two before",
      (text) => {
        for (const span of [2, 1_000_000]) cellOf(text).setAttribute("colspan", any(span));
      },
    ],
    ["a cell whose span is no number", (text) => cellOf(text).setAttribute("rowspan", "2")],
    ["a document in the text", (text) => text.push([any(new Y.Doc())])],
    ["a document beside the text", (_text, doc) => doc.getMap("docs").set("one", new Y.Doc())],
    [
      "what nests without end beside the text",
      (_text, doc) => {
        let inner = new Y.Map<unknown>();
        doc.getMap("deep").set("in", inner);
        for (let depth = 0; depth < 20; depth++) {
          const next = new Y.Map<unknown>();
          inner.set("in", next);
          inner = next;
        }
      },
    ],
  ])("does not hold %s", (_what, work) => {
    expect(add(shapeOf(seed), change(work))).not.toBeNull();
    expect(add(shapeOf(foldUpdates([seed])), change(work))).not.toBeNull();
  });

  it("does not hold as a neighbour what it would not hold by itself", () => {
    const shape = shapeOf(seed);
    const [block] = Y.decodeUpdate(change((text) => text.push([element("block")]))).structs;
    const { client, clock } = (block as Y.Item).origin!;
    const beside = (made: CraftedContent) =>
      craftUpdate([{ client: 99, clock: 0, pieces: [{ left: [client, clock], content: made }] }]);
    expect(add(shape, beside(content.string("x")))).toBe("ContentString in doc");
    expect(add(shape, beside(content.type("xmlText")))).toBe("YXmlText in doc");
    expect(add(shape, beside(content.json("1")))).toBe("ContentJSON in doc");
  });

  it("has no place between two that stand in different ones, since the order of merging would choose", () => {
    const shape = shapeOf(seed);
    const of = (pieces: Parameters<typeof craftUpdate>[0][number]["pieces"], clock: number) =>
      craftUpdate([{ client: 9, clock, pieces }]);
    expect(add(shape, of([{ parent: fragmentName, content: content.element("table") }], 0))).toBeNull();
    expect(add(shape, of([{ parent: [9, 0], content: content.element("tableRow") }], 1))).toBeNull();
    const between = of([{ left: [9, 0], right: [9, 1], content: content.element("block") }], 2);
    expect(add(new TextShape(shape), between)).toBe("block in astray");
    const behind = of([{ left: [9, 0], content: content.element("block") }], 2);
    expect(add(new TextShape(shape), behind)).toBeNull();
  });

  it("stands on another without changing it, until that one takes it", () => {
    const shape = shapeOf(seed);
    const row = (parent: [number, number]) =>
      craftUpdate([{ client: 9, clock: 1, pieces: [{ parent, content: content.element("tableRow") }] }]);
    const table = craftUpdate([{ client: 9, clock: 0, pieces: [{ content: content.element("table") }] }]);
    const draft = new TextShape(shape);
    expect(add(draft, table)).toBeNull();
    expect(add(new TextShape(draft), row([9, 0]))).toBeNull();
    shape.take(draft);
    expect(add(shape, row([9, 0]))).toBeNull();
    const block = craftUpdate([{ client: 9, clock: 0, pieces: [{ content: content.element("block") }] }]);
    expect(add(shape, block)).toBeNull();
    expect(add(shape, row([9, 0]))).toBe("tableRow in block");
  });

  it("holds whatever editors write, in sittings with lines that break, devices, and folds", () => {
    const property = fc.property(fc.array(anyDeed, { minLength: 5, maxLength: 60 }), (deeds) => {
      const sitting = new Sitting(seed);
      for (const deed of deeds) sitting.happen(deed);
      sitting.settle();
      shapeOf(...sitting.hub.updates);
      shapeOf(foldUpdates(sitting.hub.updates));
    });
    fc.assert(property, { numRuns: Number(process.env.RUNS ?? 300) });
  });
});

describe("[T21] undo and redo", () => {
  const names = Object.keys(edits) as (keyof typeof edits)[];
  const deed = fc.record({
    who: fc.nat({ max: 1 }),
    what: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom<string>(...names) },
      { weight: 2, arbitrary: fc.constantFrom("undo", "redo") },
    ),
    place: fc.nat({ max: 1_000 }),
    other: fc.nat({ max: 1_000 }),
  });

  it("bring nothing that the shape would not hold, also where somebody else has folded what they bring back", () => {
    const property = fc.property(fc.array(deed, { minLength: 5, maxLength: 40 }), (deeds) => {
      let shape = shapeOf(seed);
      const log = [seed];
      const peers = [new Peer(101), new Peer(102)];
      const histories = peers.map(
        ({ fragment }) =>
          new Y.UndoManager(fragment, { trackedOrigins: new Set(["editor"]), captureTimeout: 0 }),
      );
      for (const [who, peer] of peers.entries()) {
        peer.receive(seed);
        peer.doc.on("update", (update: Uint8Array, origin: unknown) => {
          if (origin === "remote") return;
          log.push(update);
          expect(add(shape, update)).toBeNull();
          peers[1 - who]!.receive(update);
        });
      }
      for (const { who, what, place, other } of deeds) {
        if (what === "undo" || what === "redo") histories[who]![what]();
        else peers[who]!.edit((tr) => edits[what as keyof typeof edits](tr, place, other));
        if (place % 7 === 0) shape = shapeOf(foldUpdates(log));
      }
    });
    fc.assert(property, { numRuns: Number(process.env.RUNS ?? 200) });
  });
});

/** Programs that put anything anywhere, and read each other. */
const place = fc.nat({ max: 200 });
const contents = fc.constantFrom<CraftedContent>(
  ...["block", "paragraph", "table", "tableRow", "tableCell", "tableHeader", "hardBreak", "callout"].map(
    content.element,
  ),
  content.type("xmlText"),
  content.type("map"),
  content.type("hook", "h"),
  content.string("x"),
  content.any("x", 2),
  content.any(1_000_000),
  content.deleted(2),
  content.format("bold", "{}"),
  content.format("blink", "{}"),
  content.embed('{"image":"x"}'),
);
const ways = {
  root: () => ({ parent: fragmentName }),
  parent: (parent) => ({ parent }),
  left: (left) => ({ left }),
  right: (right) => ({ right }),
  between: (left, right) => ({ left, right }),
  attribute: (parent) => ({ parent, key: "kind" }),
  span: (parent) => ({ parent, key: "colspan" }),
  beside: () => ({ parent: "list" }),
  besideUnderKey: () => ({ parent: "map", key: "key" }),
  delete: () => ({}),
} satisfies Record<string, (one: PieceId, other: PieceId) => object>;
const step = fc.record({
  client: fc.integer({ min: 1, max: 3 }),
  content: contents,
  how: fc.constantFrom(...(Object.keys(ways) as (keyof typeof ways)[])),
  one: place,
  other: place,
  folds: fc.boolean(),
});

describe("[T21] what programs write at random", () => {
  it("is refused, or is such that the binding deletes nothing of it and the editor can hold it", () => {
    const property = fc.property(fc.array(step, { minLength: 10, maxLength: 80 }), (steps) => {
      let shape = shapeOf(seed);
      const doc = new Y.Doc();
      Y.applyUpdate(doc, seed);
      for (const { client, content: made, how, one, other, folds } of steps) {
        const ids = [...doc.store.clients].flatMap(([owner, structs]) =>
          structs.flatMap(({ id, length }) =>
            Array.from({ length }, (_, index) => [owner, id.clock + index] as const),
          ),
        );
        const [left, right] = [ids[one % ids.length]!, ids[other % ids.length]!];
        if (how === "delete") {
          const [owner, clock] = left;
          Y.applyUpdate(doc, craftUpdate([], [{ client: owner, ranges: [[clock, 1]] }]));
          continue;
        }
        const clock = Y.getState(doc.store, client);
        const update = craftUpdate([
          { client, clock, pieces: [{ ...ways[how](left, right), content: made }] },
        ]);
        const draft = new TextShape(shape);
        if (add(draft, update) !== null) continue;
        shape.take(draft);
        Y.applyUpdate(doc, update);
        if (folds && one % 10 === 0) shape = shapeOf(foldUpdates([Y.encodeStateAsUpdate(doc)]));
      }
      const fragment = doc.getXmlFragment(fragmentName);
      expect(findForeignContent(fragment)).toBeNull();
      let writes = 0;
      doc.on("update", () => writes++);
      if (fragment.length > 0) initProseMirrorDoc(fragment, schema).doc.check();
      expect(writes).toBe(0);
      // Nor can anybody be kept from taking it away again.
      fragment.delete(0, fragment.length);
      foldUpdates([Y.encodeStateAsUpdate(doc)]);
    });
    fc.assert(property, { numRuns: Number(process.env.RUNS ?? 300) });
  });
});
