import type { Node } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { markdownToUpdate } from "../markdown/markdown-to-update.ts";
import { schema } from "../schema.ts";
import { find, laterSitting, type Peer, twoPeers } from "./testing/peer.ts";

const seed = markdownToUpdate(
  "prima riga\n\nprima parte seconda parte\n\nterza riga\n\n| A | B |\n|---|---|\n| uno | due |\n| tre | quattro |",
  7,
);

const typeNot = (tr: Transaction) => tr.insertText(" NON", find(tr.doc, " seconda parte"));

const shape = (change: Record<string, unknown>) => (tr: Transaction) => {
  const at = blockAt(tr.doc, "prima parte");
  return tr.setNodeMarkup(at, undefined, { ...tr.doc.nodeAt(at)!.attrs, ...change });
};

const join = (tr: Transaction) => tr.join(blockAt(tr.doc, "prima parte"));

const cutAndPaste = (tr: Transaction) => {
  const at = blockAt(tr.doc, "prima parte");
  const copy = schema.nodeFromJSON(tr.doc.nodeAt(at)!.toJSON());
  tr.delete(at, at + copy.nodeSize);
  return tr.insert(0, copy);
};

const deleteAll = (tr: Transaction) => tr.delete(0, tr.doc.content.size);

function blockAt(doc: Node, text: string): number {
  return doc.resolve(find(doc, text)).before();
}

/** Both change the text before they see what the other did; then each receives the other's update. */
function meet(a: (tr: Transaction) => unknown, b: (tr: Transaction) => unknown): [Peer, Peer] {
  const [anna, bruno] = twoPeers(seed);
  const ofAnna = anna.edit(a);
  const ofBruno = bruno.edit(b);
  bruno.receive(ofAnna);
  anna.receive(ofBruno);
  expect(anna.text).toBe(bruno.text);
  return [anna, bruno];
}

describe("words typed where somebody else is restructuring", () => {
  it.each([
    ["a paragraph becomes a heading", shape({ kind: "heading", level: 2 })],
    ["the level of a heading changes", shape({ kind: "heading", level: 3 })],
    ["a paragraph goes into a list", shape({ kind: "bullet" })],
    ["a list item is indented", shape({ kind: "ordered", indent: 2 })],
  ])("stay in their place when %s", (_case, change) => {
    const [anna, bruno] = meet(change, typeNot);
    expect(bruno.text).toContain("prima parte NON seconda parte");
    expect([...anna.words, ...bruno.words]).toEqual([]);
  });

  it.each([
    ["the paragraph is joined to the one before", join],
    ["the paragraph is cut and pasted elsewhere", cutAndPaste],
  ])("are handed back to their writer when %s", (_case, change) => {
    const [anna, bruno] = meet(change, typeNot);
    expect(bruno.text).not.toContain("NON");
    expect(bruno.words).toEqual(["NON"]);
    expect(anna.words).toEqual([]);
  });

  it("are handed back when the row of the table is deleted", () => {
    const [anna, bruno] = meet(
      (tr) => {
        const $cell = tr.doc.resolve(find(tr.doc, "tre"));
        return tr.delete($cell.before(-1), $cell.after(-1));
      },
      (tr) => tr.insertText(" virgola cinque", find(tr.doc, "quattro") + 7),
    );
    expect(bruno.text).not.toContain("quattro");
    expect(bruno.words).toEqual(["virgola cinque"]);
    expect(anna.words).toEqual([]);
  });

  it("are handed back when the cells are merged", () => {
    const [, bruno] = meet(
      (tr) => {
        const $cell = tr.doc.resolve(find(tr.doc, "tre"));
        const merged = schema.nodes.tableCell!.create({ colspan: 2 }, schema.text("tre quattro"));
        return tr.replaceWith($cell.start(-1), $cell.end(-1), merged);
      },
      (tr) => tr.insertText(" virgola cinque", find(tr.doc, "quattro") + 7),
    );
    expect(bruno.text).toContain("tre quattro");
    expect(bruno.text).not.toContain("virgola");
    expect(bruno.words).toEqual(["virgola cinque"]);
  });

  it("are handed back as one when they were typed letter by letter, in bold and with corrections", () => {
    const [anna, bruno] = twoPeers(seed);
    const ofAnna = anna.edit(join);
    for (const letter of " NONX") {
      bruno.edit((tr) => tr.insertText(letter, find(tr.doc, " seconda parte")));
    }
    bruno.edit((tr) => tr.delete(find(tr.doc, "X seconda"), find(tr.doc, " seconda")));
    bruno.edit((tr) => {
      const at = find(tr.doc, "NON");
      return tr.addMark(at, at + 2, schema.marks.bold!.create());
    });
    bruno.receive(ofAnna);
    expect(bruno.words).toEqual(["NON"]);
  });

  it("are handed back apart when they stood apart", () => {
    const [anna, bruno] = twoPeers(seed);
    const ofAnna = anna.edit(join);
    bruno.edit((tr) => tr.insertText("forse ", find(tr.doc, "prima parte")));
    bruno.edit(typeNot);
    bruno.receive(ofAnna);
    expect(bruno.words).toEqual(["forse", "NON"]);
  });

  it("are not handed back to the one who was moving the place", () => {
    const [anna] = meet(cutAndPaste, typeNot);
    expect(anna.words).toEqual([]);
  });
});

describe("words that meet a place which has gone already", () => {
  it("are handed back when a writer returns from offline", () => {
    const [anna, bruno] = twoPeers(seed);
    bruno.edit(typeNot);
    anna.edit(join);
    anna.edit((tr) => tr.insertText("!", find(tr.doc, "terza riga")));
    const state = anna.missingSince(Y.encodeStateVector(bruno.doc));
    bruno.receive(state);
    expect(bruno.words).toEqual(["NON"]);
  });

  it("are handed back when the deletion is read from the device before the words", () => {
    const [anna, bruno] = twoPeers(seed);
    const words = bruno.edit(typeNot);
    const reopened = laterSitting(seed);
    reopened.receive(anna.edit(join), words);
    expect(reopened.words).toEqual(["NON"]);
  });

  it("are handed back when the place is so long gone that Yjs has forgotten it", () => {
    const [anna, bruno] = twoPeers(seed);
    const words = bruno.edit(typeNot);
    anna.edit(deleteAll);
    const reopened = laterSitting(anna.missingSince(Uint8Array.of(0)));
    reopened.receive(words);
    expect(reopened.words).toEqual(["NON"]);
  });

  it("are handed back once and whole when several updates bring them, one more than the other", () => {
    const [anna, bruno] = twoPeers(seed);
    const type = (letters: string) =>
      bruno.edit((tr) =>
        tr.insertText(letters, find(tr.doc, "terza riga") + bruno.text.split("\n")[2]!.length),
      );
    const first = type(" e");
    type(" poi");
    anna.edit(deleteAll);
    const reopened = laterSitting(anna.missingSince(Uint8Array.of(0)));
    reopened.receive(first, bruno.missingSince(Uint8Array.of(0)), first);
    expect(reopened.words).toEqual(["e poi"]);
  });
});

describe("words that wait for others which they rest on", () => {
  it("are handed back with those, when the place is gone by then", () => {
    const [anna, bruno] = twoPeers(seed);
    const first = bruno.edit(typeNot);
    const second = bruno.edit((tr) => tr.insertText("!", find(tr.doc, "NON") + 3));
    anna.edit(deleteAll);
    const reopened = laterSitting(anna.missingSince(Uint8Array.of(0)));
    reopened.receive(second);
    reopened.receive(first);
    // Nothing tells any more where they stood: they come as they were typed.
    expect(reopened.words).toEqual(["NON !"]);
  });
});

describe("a deletion by somebody who had seen the words", () => {
  function seenFirst(change: (tr: Transaction) => unknown): Peer {
    const [anna, bruno] = twoPeers(seed);
    anna.receive(bruno.edit(typeNot));
    bruno.receive(anna.edit(change));
    return bruno;
  }

  it.each([
    ["the words themselves", (tr: Transaction) => tr.delete(find(tr.doc, " NON"), find(tr.doc, " seconda"))],
    [
      "the whole paragraph",
      (tr: Transaction) => tr.delete(blockAt(tr.doc, "prima parte"), blockAt(tr.doc, "terza")),
    ],
    ["everything", deleteAll],
  ])("is what it is: nothing is handed back of %s", (_case, change) => {
    const bruno = seenFirst(change);
    expect(bruno.text).not.toContain("NON");
    expect(bruno.words).toEqual([]);
  });

  it("hands nothing back when the place only moved and the words moved with it", () => {
    const bruno = seenFirst(cutAndPaste);
    expect(bruno.text).toContain("prima parte NON seconda parte");
    expect(bruno.words).toEqual([]);
  });

  it("hands nothing back when it arrives before the words", () => {
    const [anna, bruno] = twoPeers(seed);
    const words = bruno.edit(typeNot);
    anna.receive(words);
    const reopened = laterSitting(seed);
    reopened.receive(anna.edit(deleteAll));
    reopened.receive(words);
    expect(reopened.text).toBe(anna.text);
    expect(reopened.words).toEqual([]);
  });

  it("hands nothing back when it arrives before text that it rests on", () => {
    const [anna, bruno] = twoPeers(seed);
    anna.receive(bruno.edit(typeNot));
    const first = anna.edit((tr) => tr.insertText("aggiunta ", find(tr.doc, "terza riga")));
    const second = anna.edit(deleteAll);
    bruno.receive(second);
    bruno.receive(first);
    expect(bruno.text).toBe(anna.text);
    expect(bruno.words).toEqual([]);
  });

  it("hands nothing back twice when an update arrives twice", () => {
    const [anna, bruno] = twoPeers(seed);
    const ofAnna = anna.edit(join);
    bruno.edit(typeNot);
    bruno.receive(ofAnna);
    bruno.receive(ofAnna);
    expect(bruno.words).toEqual(["NON"]);
  });
});
