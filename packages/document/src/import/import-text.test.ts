import { yXmlFragmentToProseMirrorRootNode } from "@tiptap/y-tiptap";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { findForeignContent } from "../coediting/foreign-content.ts";
import { markdownToUpdate } from "../markdown/markdown-to-update.ts";
import { fragmentName, schema } from "../schema.ts";
import { plainText } from "../text/plain-text.ts";
import { BadText, readImportedText } from "./imported-text.ts";
import { type ImportMode, isBlank, writeImported } from "./write-imported.ts";

const docOf = (...content: unknown[]) => ({ type: "doc", content });
const block = (text: string, attrs = {}, marks: unknown[] = []) => ({
  type: "block",
  attrs,
  content: [{ type: "text", text, marks }],
});
const textOf = (markdown: string | null) => {
  const doc = new Y.Doc();
  if (markdown !== null) Y.applyUpdate(doc, markdownToUpdate(markdown, 7));
  return doc.getXmlFragment(fragmentName);
};
let last = 0;
const newKey = () => `00000000-0000-4000-8000-0000000000${String(++last).padStart(2, "0")}`;

function write(fragment: Y.XmlFragment, json: unknown, mode: ImportMode): void {
  fragment.doc!.transact(() => writeImported(fragment, readImportedText(json), { mode, newKey }));
  expect(findForeignContent(fragment)).toBeNull();
}

describe("what is imported", () => {
  it("keeps headings, lists, quotes, looks, links and tables with their header cells and spans", () => {
    const cell = (type: string, attrs = {}) => ({ type, attrs, content: [{ type: "text", text: type }] });
    const json = docOf(
      block("Titolo", { kind: "heading", level: 2 }),
      block("voce", { kind: "bullet", indent: 3 }),
      block("forte", { kind: "quote" }, [
        { type: "bold" },
        { type: "link", attrs: { href: "https://a.example/" } },
      ]),
      { type: "block", content: [{ type: "hardBreak" }, { type: "text", text: "مرحبا 🏛️ \u00a0" }] },
      {
        type: "table",
        content: [
          { type: "tableRow", content: [cell("tableHeader", { colspan: 2 }), cell("tableHeader")] },
          {
            type: "tableRow",
            content: [cell("tableCell", { rowspan: 2 }), cell("tableCell"), cell("tableCell")],
          },
        ],
      },
    );
    const node = readImportedText(json);
    expect(node.childCount).toBe(5);
    expect(node.child(2).firstChild!.marks.map(({ type }) => type.name)).toEqual(["bold", "link"]);
    const fragment = textOf(null);
    write(fragment, json, "APPEND");
    expect(plainText(fragment)).toContain("مرحبا 🏛️");
    expect(node.child(4).child(0).child(0).attrs).toMatchObject({ colspan: 2 });
  });

  it.each([
    ["no document", { type: "block" }],
    ["nothing", docOf()],
    ["an unknown node", docOf({ type: "image", attrs: { src: "https://a.example/x.png" } })],
    ["a name of every object", docOf({ type: "constructor" })],
    ["a table in a cell", docOf({ type: "tableCell" })],
    ["a text without letters", docOf(block(""))],
    ["a suggestion", docOf(block("x", {}, [{ type: "insertion", attrs: { id: "1" } }]))],
    ["a link that runs", docOf(block("x", {}, [{ type: "link", attrs: { href: "javascript:alert(1)" } }]))],
    [
      "a cell of a thousand columns",
      docOf({
        type: "table",
        content: [{ type: "tableRow", content: [{ type: "tableCell", attrs: { colspan: 1000 } }] }],
      }),
    ],
    ["content that is no list", docOf({ type: "block", content: { length: 1e9 } })],
  ])("[T27] is refused with %s", (_name, json) => {
    expect(() => readImportedText(json)).toThrow(BadText);
  });

  it("[T27] brings no attribute that it may not: neither suggested places nor values that nobody can read", () => {
    const json = docOf(block("x", { kind: "script", level: 99, inserted: "1", onload: "x()" }));
    expect(readImportedText(json).firstChild!.attrs).toMatchObject({
      ...{ kind: "paragraph", level: 4, indent: 0 },
      ...{ inserted: null, deleted: null, proposed: null },
    });
    expect(readImportedText(docOf(block("a\0b\ud800"))).textContent).toBe("a\ufffdb\ufffd");
  });
});

describe("an imported text stands", () => {
  it("after what stood there, which stays", () => {
    const fragment = textOf("Prima");
    const [first] = fragment.toArray();
    write(fragment, docOf(block("Poi")), "APPEND");
    expect(plainText(fragment)).toBe("Prima\nPoi");
    expect(fragment.toArray()[0]).toBe(first);
  });

  it("in its place, where what says the same stays the same piece", () => {
    const fragment = textOf("Uno\n\nDue\n\nTre");
    const [one, , three] = fragment.toArray();
    write(fragment, docOf(block("Uno"), block("Altro"), block("Tre")), "REPLACE");
    expect(plainText(fragment)).toBe("Uno\nAltro\nTre");
    expect([fragment.get(0), fragment.get(2)]).toEqual([one, three]);
  });

  it("alone in a section of which an editor has only made the first line", () => {
    const fragment = textOf(null);
    fragment.insert(0, [new Y.XmlElement("block")]);
    expect(isBlank(fragment)).toBe(true);
    write(fragment, docOf(block("Testo")), "APPEND");
    expect(fragment.length).toBe(1);
    expect(isBlank(fragment)).toBe(false);
  });
});

it("an objective that replaces itself is the same record, and every other one is new", () => {
  const key = "4b1ce0a4-0c53-4f0e-8f7c-3d0f3a4b5c6d";
  const objective = (title: string) => ({
    type: "objective",
    attrs: { key, responsible: "Ufficio" },
    content: [{ type: "objectiveTitle", content: [{ type: "text", text: title }] }],
  });
  const fragment = textOf(null);
  write(fragment, docOf(objective("Uno")), "APPEND");
  const keys = () => fragment.toArray().map((one) => (one as Y.XmlElement).getAttribute("key"));
  const [own] = keys();
  expect(own).not.toBe(key);
  write(fragment, docOf(objective("Copia")), "APPEND");
  expect(new Set(keys()).size).toBe(2);
  const again = { ...objective("Cambiato"), attrs: { key: own } };
  write(fragment, docOf(again, again), "REPLACE");
  expect(keys()[0]).toBe(own);
  expect(new Set(keys()).size).toBe(2);
});

it("is written as the editor itself would have written it", () => {
  const markdown = "## Uno\n\n- due **tre** [via](https://a.example/)\n\n| a | b |\n|---|---|\n| c | d |";
  const typed = textOf(markdown);
  const written = textOf(null);
  write(written, yXmlFragmentToProseMirrorRootNode(typed, schema).toJSON(), "APPEND");
  expect(written.toJSON()).toBe(typed.toJSON());
});
