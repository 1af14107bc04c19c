import { yXmlFragmentToProseMirrorRootNode } from "@tiptap/y-tiptap";
import { markdownToUpdate, schema } from "@upiao/document";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { countWords, headingsOf } from "./headings-of.ts";

function read(markdown: string) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, markdownToUpdate(markdown, 1));
  return yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment("default"), schema);
}

it("the outline lists the headings that say something, with their level and place", () => {
  expect(headingsOf(read("## Uno\n\ntesto\n\n### Due\n\n##\n"))).toEqual([
    { text: "Uno", level: 1, at: 0 },
    { text: "Due", level: 2, at: 12 },
  ]);
});

it("words are counted as people count them, in tables and over line breaks too", () => {
  expect(countWords(read("L’ufficio, art. 6, c. 8: 1.234,5 euro\n\n| a | b |\n|---|---|\n| c | d |"))).toBe(
    11,
  );
  expect(countWords(read("socio-economico  \ndopo — forse"))).toBe(3);
  expect(countWords(read(""))).toBe(0);
});
