import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { markdownToUpdate } from "../markdown/markdown-to-update.ts";
import { plainText } from "./plain-text.ts";

function open(update?: Uint8Array): Y.XmlFragment {
  const doc = new Y.Doc();
  if (update) Y.applyUpdate(doc, update);
  return doc.getXmlFragment("default");
}

function element(name: string, ...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const made = new Y.XmlElement(name);
  made.insert(0, children);
  return made;
}

describe("the plain text of a section", () => {
  it("has a line for each block, markers before list items and tabs between cells", () => {
    const markdown = [
      "## Titolo",
      "Testo **forte** e [collegamento](https://esempio.it).",
      "1. primo\n   - sotto\n2. secondo",
      "> citato",
      "| A | B |\n|---|---|\n| n.d. | 6 |",
      "1. da capo",
    ].join("\n\n");
    expect(plainText(open(markdownToUpdate(markdown, 1)))).toBe(
      [
        "Titolo",
        "Testo forte e collegamento.",
        "1. primo",
        "  - sotto",
        "2. secondo",
        "citato",
        "A\tB",
        "n.d.\t6",
        "1. da capo",
      ].join("\n"),
    );
  });

  it("is empty for a section in which nobody has written", () => {
    expect(plainText(open())).toBe("");
  });

  it("[T21] shows what an editor of this release could not, and leaves it in the document", () => {
    const fragment = open();
    fragment.insert(0, [
      element("paragraph", new Y.XmlText("di un altro programma")),
      element("callout", element("calloutBody", new Y.XmlText("di domani"))),
      element("block", element("table", new Y.XmlText("fuori posto"))),
      new Y.XmlText("senza blocco"),
      element("tableRow", element("cell", element("paragraph", new Y.XmlText("x"))), new Y.XmlText("y")),
    ]);
    const before = Y.encodeStateAsUpdate(fragment.doc!);
    const writes: unknown[] = [];
    fragment.doc!.on("update", (update: Uint8Array) => writes.push(update));
    expect(plainText(fragment)).toBe(
      ["di un altro programma", "di domani", "", "senza blocco", "x\ty"].join("\n"),
    );
    expect(writes).toEqual([]);
    expect(Y.encodeStateAsUpdate(fragment.doc!)).toEqual(before);
  });

  it("[T21] survives a document that is nested without end", () => {
    const fragment = open();
    let parent: Y.XmlFragment = fragment;
    for (let depth = 0; depth < 5_000; depth++) {
      const child = new Y.XmlElement("deeper");
      parent.insert(0, [child]);
      parent = child;
    }
    fragment.insert(0, [element("block", new Y.XmlText("in cima"))]);
    expect(plainText(fragment)).toBe("in cima");
  });
});
