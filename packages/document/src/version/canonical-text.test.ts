import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { foldUpdates } from "../coediting/fold-updates.ts";
import { Peer } from "../coediting/testing/peer.ts";
import { markdownToUpdate } from "../markdown/markdown-to-update.ts";
import { canonicalText, hashText } from "./canonical-text.ts";

function open(...updates: Uint8Array[]): Y.XmlFragment {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc.getXmlFragment("default");
}

function built(build: (fragment: Y.XmlFragment) => void): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment("default");
  build(fragment);
  return fragment;
}

describe("the canonical text", () => {
  it("is JSON with its keys in order, and without what has its usual value", () => {
    const fragment = open(markdownToUpdate("## Titolo\n\n- uno **due**\n\n| A |\n|---|\n| 1 |", 5));
    expect(JSON.parse(canonicalText(fragment))).toEqual({
      type: "doc",
      content: [
        { type: "block", attrs: { kind: "heading" }, content: [{ type: "text", text: "Titolo" }] },
        {
          type: "block",
          attrs: { kind: "bullet" },
          content: [
            { type: "text", text: "uno " },
            { type: "text", text: "due", marks: [{ type: "bold" }] },
          ],
        },
        {
          type: "table",
          content: [
            { type: "tableRow", content: [{ type: "tableHeader", content: [{ type: "text", text: "A" }] }] },
            { type: "tableRow", content: [{ type: "tableCell", content: [{ type: "text", text: "1" }] }] },
          ],
        },
      ],
    });
    expect(canonicalText(open(markdownToUpdate("a", 5)))).toBe(
      '{"content":[{"content":[{"text":"a","type":"text"}],"type":"block"}],"type":"doc"}',
    );
  });

  it("is the same however the text came to be: by whom, in how many pieces, folded or not", () => {
    const whole = open(markdownToUpdate("Il Comune adotta **tre** azioni.", 1));
    const peer = new Peer(9);
    const updates = [markdownToUpdate("Il adotta **tre** azioni.", 4)];
    peer.receive(updates[0]!);
    updates.push(peer.edit((tr) => tr.insertText("Comune ", 4)));
    expect(canonicalText(open(...updates))).toBe(canonicalText(whole));
    expect(canonicalText(open(foldUpdates(updates)))).toBe(canonicalText(whole));
  });

  it("does not tell a stock client's paragraph from ours, nor an attribute that does not show", () => {
    const ours = open(markdownToUpdate("testo", 1));
    const stock = built((fragment) => {
      const paragraph = new Y.XmlElement("paragraph");
      paragraph.insert(0, [new Y.XmlText("te"), new Y.XmlText("sto\u200b")]);
      fragment.insert(0, [paragraph]);
    });
    const onceHeading = built((fragment) => {
      const block = new Y.XmlElement("block");
      block.setAttribute("kind", "paragraph");
      block.setAttribute("level", 3 as unknown as string);
      block.insert(0, [new Y.XmlText("testo")]);
      fragment.insert(0, [block]);
    });
    for (const other of [stock, onceHeading]) expect(canonicalText(other)).toBe(canonicalText(ours));
  });

  it.each([
    ["a word", "Il Comune adotta due azioni."],
    ["a mark", "Il Comune adotta **tre** azioni."],
    ["a kind of block", "- Il Comune adotta tre azioni."],
    ["a space", "Il Comune adotta tre azioni .".replace(" .", "\u00a0.")],
    ["a paragraph", "Il Comune adotta\n\ntre azioni."],
  ])("is another one with another %s", (_what, markdown) => {
    const text = open(markdownToUpdate("Il Comune adotta tre azioni.", 1));
    expect(canonicalText(open(markdownToUpdate(markdown, 1)))).not.toBe(canonicalText(text));
  });

  it("has one order for marks, whatever was set first", () => {
    const of = (...names: string[]) =>
      built((fragment) => {
        const block = new Y.XmlElement("block");
        const text = new Y.XmlText("a");
        block.insert(0, [text]);
        fragment.insert(0, [block]);
        for (const name of names) text.format(0, 1, { [name]: {} });
      });
    expect(canonicalText(of("bold", "italic"))).toBe(canonicalText(of("italic", "bold")));
  });

  it("[T41] has a SHA-256 that any program recomputes", async () => {
    const fragment = open(markdownToUpdate("Perché è così", 1));
    const hash = createHash("sha256").update(canonicalText(fragment), "utf8").digest();
    expect(Buffer.from(await hashText(fragment))).toEqual(hash);
  });

  it("[T41] is as the README of the package has it", async () => {
    const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
    const fragment = open(markdownToUpdate("## Obiettivi\n\nil **2026**", 1));
    expect(readme).toContain(`\n${canonicalText(fragment)}\n`);
    expect(readme).toContain(`\`${Buffer.from(await hashText(fragment)).toString("hex")}\``);
  });
});
