import { initProseMirrorDoc } from "@tiptap/y-tiptap";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { markdownToUpdate } from "../markdown/markdown-to-update.ts";
import { schema } from "../schema.ts";
import { findForeignContent } from "./foreign-content.ts";

const seed = markdownToUpdate(
  "## Titolo\n\nTesto **forte**\n\n- voce\n\n| A | B |\n|---|---|\n| uno | due |\n\n[via](https://esempio.it)  \ndopo",
  1,
);

function open(): Y.XmlFragment {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seed);
  return doc.getXmlFragment("default");
}

function element(
  name: string,
  attributes: Record<string, unknown> = {},
  children: unknown[] = [],
): Y.XmlElement {
  const made = new Y.XmlElement<Record<string, never>>(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as never);
  made.insert(0, children as Y.XmlText[]);
  return made as Y.XmlElement;
}

const formatted = (attributes: Record<string, unknown>) => {
  const text = new Y.XmlText();
  text.insert(0, "testo", attributes);
  return text;
};

const withEmbed = () => {
  const text = new Y.XmlText();
  text.insertEmbed(0, { image: "x" });
  return text;
};

describe("[T21] what the editor could not hold is found before the binding sees it", () => {
  it("finds nothing in a text of ours, in one of a stock Tiptap client, nor in an empty one", () => {
    expect(findForeignContent(open())).toBeNull();
    expect(findForeignContent(new Y.Doc().getXmlFragment("default"))).toBeNull();
    const fragment = open();
    fragment.push([element("paragraph", { textAlign: "left" }, [new Y.XmlText("di un altro programma")])]);
    fragment.push([element("block", { kind: "callout" }), element("table")]);
    expect(findForeignContent(fragment)).toBeNull();
  });

  it.each([
    ["an unknown node", () => element("callout")],
    ["an unknown node in a known one", () => element("block", {}, [element("image")])],
    ["a block in a block", () => element("block", {}, [element("block")])],
    ["a row outside of a table", () => element("tableRow")],
    ["text between the rows of a table", () => element("table", {}, [new Y.XmlText("testo")])],
    ["text outside of a block", () => new Y.XmlText("testo")],
    ["an unknown mark", () => element("block", {}, [formatted({ blink: {} })])],
    ["something embedded in the text", () => element("block", {}, [withEmbed()])],
    ["a cell of a million columns", () => cellOf({ colspan: 1_000_000 })],
    ["a cell whose span is no number", () => cellOf({ rowspan: "2" })],
    ["a hook", () => new Y.XmlHook("hook")],
    ["a value that is no node", () => "testo"],
  ])("finds %s", (_what, make) => {
    const fragment = open();
    fragment.insert(1, [make() as Y.XmlElement]);
    expect(findForeignContent(fragment)).not.toBeNull();
  });

  it("finds it in the element that has changed, without reading the rest", () => {
    const fragment = open();
    const block = fragment.get(1) as Y.XmlElement;
    expect(findForeignContent(block)).toBeNull();
    block.insert(0, [new Y.XmlElement("image")]);
    expect(findForeignContent(block)).not.toBeNull();
  });

  it("lets through nothing that the binding would delete", () => {
    const fragment = open();
    const writes: unknown[] = [];
    fragment.doc!.on("update", (update: Uint8Array) => writes.push(update));
    initProseMirrorDoc(fragment, schema).doc.check();
    expect(writes).toEqual([]);
  });
});

function cellOf(attributes: Record<string, unknown>): Y.XmlElement {
  return element("table", {}, [element("tableRow", {}, [element("tableCell", attributes)])]);
}
