import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { foldUpdates } from "../coediting/fold-updates.ts";
import { find, Peer, twoPeers } from "../coediting/testing/peer.ts";
import { markdownToUpdate } from "../markdown/markdown-to-update.ts";
import { schema } from "../schema.ts";
import { type Anchor, anchorOf } from "./anchor.ts";
import { EditorPlaces } from "./editor-places.ts";
import { placeOf } from "./place-of.ts";
import { RunningText } from "./running-text.ts";

const seed = markdownToUpdate(
  [
    "La Provincia sostiene i Comuni nella transizione digitale, secondo la convenzione.",
    "Il piano si approva entro il 31 gennaio di ogni anno, salvo proroga.",
    "## Obiettivi",
    "| Obiettivo | Anno |\n|---|---|\n| Sportello unico | 2026 |",
    "Il piano si pubblica nel sito istituzionale.",
  ].join("\n\n"),
  7,
);

const anchorAt = (peer: Peer, quote: string): Anchor => {
  const text = new RunningText(peer.fragment);
  const from = text.letters.indexOf(quote);
  const anchor = anchorOf(text, { from, to: from + quote.length });
  if (!anchor) throw new Error(`no «${quote}»`);
  return anchor;
};

/** What kind of place it is, and what stands there. */
const standsAt = (peer: Peer, anchor: Anchor): string => {
  const text = new RunningText(peer.fragment);
  const place = placeOf(text, anchor);
  return place.kind === "GONE"
    ? "GONE"
    : `${place.kind}: ${text.letters.slice(place.range.from, place.range.to)}`;
};

const remove = (peer: Peer, words: string) =>
  peer.edit((tr) => {
    const at = find(tr.doc, words);
    tr.delete(at, at + words.length);
  });

const type = (peer: Peer, words: string, before: string) =>
  peer.edit((tr) => tr.insertText(words, find(tr.doc, before)));

const blockOf = (peer: Peer, words: string) => {
  const $at = peer.read().resolve(find(peer.read(), words));
  return { from: $at.before(), to: $at.after(), node: $at.parent };
};

/** A third page that has only what the server has kept: one update in which deleted text is forgotten. */
const readerOf = (...updates: Uint8Array[]) => {
  const reader = new Peer(9_009);
  reader.receive(foldUpdates(updates));
  return reader;
};

describe("a comment stands on its words", () => {
  it("when others write before, behind and among them", () => {
    const [author, writer] = twoPeers(seed);
    const anchor = anchorAt(author, "entro il 31 gennaio");
    author.receive(type(writer, "Ogni ", "Il piano si approva"));
    author.receive(type(writer, " in Giunta", " di ogni anno"));
    expect(standsAt(author, anchor)).toBe("THERE: entro il 31 gennaio");
    author.receive(type(writer, "prossimo ", "31 gennaio"));
    expect(standsAt(author, anchor)).toBe("THERE: entro il prossimo 31 gennaio");
  });

  it("when their block becomes a heading or a list item, or is bold", () => {
    const [author, writer] = twoPeers(seed);
    const anchor = anchorAt(author, "entro il 31 gennaio");
    const { from, to } = blockOf(writer, "entro il");
    author.receive(
      writer.edit((tr) => {
        tr.setNodeMarkup(from, undefined, { kind: "heading", level: 2, indent: 0 });
        tr.addMark(from + 1, to - 1, schema.marks.bold!.create());
      }),
    );
    expect(standsAt(author, anchor)).toBe("THERE: entro il 31 gennaio");
  });

  it("when Enter splits them, at a space or inside a word, and when Backspace joins them", () => {
    const [author, writer] = twoPeers(seed);
    const anchor = anchorAt(author, "entro il 31 gennaio");
    const updates = [writer.edit((tr) => tr.split(find(tr.doc, "il 31 gennaio")))];
    expect(standsAt(readerOf(seed, ...updates), anchor)).toBe("THERE: entro \nil 31 gennaio");
    updates.push(writer.edit((tr) => tr.split(find(tr.doc, "naio"))));
    expect(standsAt(readerOf(seed, ...updates), anchor)).toBe("THERE: entro \nil 31 gen\nnaio");
    updates.push(writer.edit((tr) => tr.join(blockOf(writer, "naio").from)));
    updates.push(writer.edit((tr) => tr.join(blockOf(writer, "il 31").from)));
    expect(standsAt(readerOf(seed, ...updates), anchor)).toBe("THERE: entro il 31 gennaio");
  });

  it("in a cell of a table, over several blocks, and at both ends of the text", () => {
    const [author, writer] = twoPeers(seed);
    const cell = anchorAt(author, "Sportello unico");
    const blocks = anchorAt(author, "salvo proroga.\nObiettivi\nObiettivo");
    const all = anchorAt(author, new RunningText(author.fragment).letters);
    author.receive(type(writer, "Prima. ", "La Provincia"));
    expect(standsAt(author, cell)).toBe("THERE: Sportello unico");
    expect(standsAt(author, blocks)).toBe("THERE: salvo proroga.\nObiettivi\nObiettivo");
    expect(standsAt(author, all)).toMatch(/^THERE: La Provincia[\s\S]+istituzionale\.$/);
  });
});

describe("a comment stands on what is left of its words", () => {
  it.each([
    ["their beginning is deleted", ["entro il "], "THERE: 31 gennaio di ogni anno"],
    ["their end is deleted", [" di ogni anno"], "THERE: entro il 31 gennaio"],
    ["a word in the middle is", ["31 "], "THERE: entro il gennaio di ogni anno"],
    ["half a word is", ["ntro il 31 gennaio di ogni anno"], "THERE: e"],
    ["both ends are", ["entro ", " di ogni anno"], "THERE: il 31 gennaio"],
  ])("when %s", (_, words, place) => {
    const [author, writer] = twoPeers(seed);
    const anchor = anchorAt(author, "entro il 31 gennaio di ogni anno");
    const updates = words.map((each) => remove(writer, each));
    expect(standsAt(writer, anchor)).toBe(place);
    expect(standsAt(readerOf(seed, ...updates), anchor)).toBe(place);
  });

  it("and not on a copy of all of them that somebody makes elsewhere", () => {
    const [author, writer] = twoPeers(seed);
    const anchor = anchorAt(author, "entro il 31 gennaio di ogni anno");
    type(writer, "Si noti: entro il 31 gennaio di ogni anno. ", "La Provincia");
    remove(writer, " gennaio di ogni anno, salvo");
    expect(standsAt(writer, anchor)).toBe("THERE: entro il 31");
  });
});

describe("a comment whose words are gone", () => {
  it("is gone, also where what was deleted is forgotten, and finds its words again when the deletion is undone", () => {
    const [author, writer] = twoPeers(seed);
    const undo = new Y.UndoManager(writer.fragment, {
      trackedOrigins: new Set(["editor"]),
      captureTimeout: 0,
    });
    const anchor = anchorAt(author, "entro il 31 gennaio");
    const removal = remove(writer, "entro il 31 gennaio");
    expect(standsAt(writer, anchor)).toBe("GONE");
    author.receive(removal);
    expect(standsAt(author, anchor)).toBe("GONE");
    expect(standsAt(readerOf(seed, removal), anchor)).toBe("GONE");

    const before = Y.encodeStateVector(writer.doc);
    undo.undo();
    author.receive(writer.missingSince(before));
    // He who undid it sees no other place than they who did not.
    for (const peer of [writer, author, readerOf(seed, removal, writer.missingSince(before))]) {
      expect(standsAt(peer, anchor)).toBe("MOVED: entro il 31 gennaio");
    }
  });

  it("is gone when its whole block is, and finds them when the block is pasted elsewhere", () => {
    const [author, writer] = twoPeers(seed);
    const anchor = anchorAt(author, "entro il 31 gennaio");
    const { from, to, node } = blockOf(writer, "entro il");
    const updates = [writer.edit((tr) => tr.delete(from, to))];
    expect(standsAt(readerOf(seed, ...updates), anchor)).toBe("GONE");
    updates.push(writer.edit((tr) => tr.insert(tr.doc.content.size, schema.nodeFromJSON(node.toJSON()))));
    expect(standsAt(readerOf(seed, ...updates), anchor)).toBe("MOVED: entro il 31 gennaio");
  });

  it("finds them when the server restores an old version by writing the text anew", () => {
    const [author] = twoPeers(seed);
    const anchors = ["entro il 31 gennaio", "Il piano", "Sportello unico"].map((quote) =>
      anchorAt(author, quote),
    );
    const old = author.read();
    author.edit((tr) => tr.delete(0, tr.doc.content.size));
    expect(anchors.map((anchor) => standsAt(author, anchor))).toEqual(["GONE", "GONE", "GONE"]);
    author.edit((tr) => tr.replaceWith(0, tr.doc.content.size, old.content));
    expect(anchors.map((anchor) => standsAt(author, anchor))).toEqual([
      "MOVED: entro il 31 gennaio",
      "MOVED: Il piano",
      "MOVED: Sportello unico",
    ]);
  });

  it("tells the same words in two places apart by what stands around them", () => {
    const [author, writer] = twoPeers(seed);
    const second = anchorOf(
      new RunningText(author.fragment),
      rangeOfLast(new RunningText(author.fragment).letters, "Il piano"),
    )!;
    const { from, to, node } = blockOf(writer, "si pubblica");
    writer.edit((tr) => tr.delete(from, to));
    expect(standsAt(writer, second)).toBe("GONE");
    writer.edit((tr) => tr.insert(0, schema.nodeFromJSON(node.toJSON())));
    const text = new RunningText(writer.fragment);
    const place = placeOf(text, second);
    expect(place).toEqual({ kind: "MOVED", range: { from: 0, to: "Il piano".length } });
  });

  it("chooses none of two places that are alike", () => {
    const [, writer] = twoPeers(seed);
    const anchor = anchorAt(writer, "entro il 31 gennaio");
    const { from, to, node } = blockOf(writer, "entro il");
    const again = () => schema.nodeFromJSON(node.toJSON());
    writer.edit((tr) => tr.delete(from, to));
    writer.edit((tr) => tr.insert(0, [again(), again(), again()]));
    expect(standsAt(writer, anchor)).toBe("GONE");
  });

  it("is not put on what somebody typed among them while they were deleted, nor on a short word alike", () => {
    const [author, writer] = twoPeers(seed);
    const anchor = anchorAt(author, "entro il 31 gennaio");
    const short = anchorAt(author, "salvo");
    const typed = type(author, "e comunque non oltre il mese ", "31 gennaio");
    const removal = remove(writer, "entro il 31 gennaio di ogni anno, salvo");
    author.receive(removal);
    writer.receive(typed);
    type(writer, "Si veda il file salvo ", "La Provincia");
    expect(writer.text).toContain("e comunque non oltre il mese");
    expect(standsAt(writer, anchor)).toBe("GONE");
    expect(standsAt(author, anchor)).toBe("GONE");
    expect(standsAt(writer, short)).toBe("GONE");
  });

  it.each([
    ["no bytes", new Uint8Array()],
    ["garbage", Uint8Array.of(0, 255, 255, 255)],
    ["the end of a text", Y.encodeRelativePosition(new Y.RelativePosition(null, "default", null))],
    [
      "a letter that is not here",
      Y.encodeRelativePosition(new Y.RelativePosition(null, null, Y.createID(77, 5))),
    ],
    [
      "a letter not yet typed",
      Y.encodeRelativePosition(new Y.RelativePosition(null, null, Y.createID(7, 1e9))),
    ],
  ])("is gone when its position is %s", (_, position) => {
    const [author] = twoPeers(seed);
    const anchor = { start: position, end: position, quote: "mai scritto", before: "", after: "" };
    expect(standsAt(author, anchor)).toBe("GONE");
  });
});

it("a selection without words is none", () => {
  const [author] = twoPeers(seed);
  const text = new RunningText(author.fragment);
  const end = text.letters.indexOf("\n");
  expect(anchorOf(text, { from: 3, to: 3 })).toBeNull();
  expect(anchorOf(text, { from: end, to: end + 1 })).toBeNull();
  expect(anchorOf(text, { from: end - 1, to: end + 1 })?.quote).toBe(".");
});

it("an editor's positions and the letters of the running text are the same places", () => {
  const [author] = twoPeers(seed);
  author.edit((tr) => {
    const at = find(tr.doc, "entro il");
    tr.insert(at, schema.nodes.hardBreak!.create());
  });
  const text = new RunningText(author.fragment);
  const doc = author.read();
  const places = new EditorPlaces(doc);
  let tried = 0;
  doc.descendants((node, at) => {
    for (let index = 0; node.isText && index < node.nodeSize; index++) {
      const offset = places.offsetOf(at + index);
      expect(text.letters[offset]).toBe(node.text![index]);
      expect(places.positionOf(offset)).toBe(at + index);
      tried++;
    }
  });
  expect(tried).toBeGreaterThan(200);
});

function rangeOfLast(letters: string, words: string) {
  const from = letters.lastIndexOf(words);
  return { from, to: from + words.length };
}
