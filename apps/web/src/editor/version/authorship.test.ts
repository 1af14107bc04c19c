import { yXmlFragmentToProseMirrorRootNode } from "@tiptap/y-tiptap";
import { fragmentName, markdownToUpdate, schema } from "@upiao/document";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { type Author, runsOfSentence } from "./authorship.ts";

const owners = new Map<number, Author>([
  [1, { userId: "a", name: "Anna", mark: 0 }],
  [9, { userId: "b", name: "Bruno", mark: 1 }],
]);

/** A text of Anna's in which Bruno has written «due ». */
function open() {
  const doc = new Y.Doc();
  doc.clientID = 9;
  Y.applyUpdate(
    doc,
    markdownToUpdate("Uno tre. Quattro cinque.\n\n| A | B |\n|---|---|\n| sei | sette |", 1),
  );
  const fragment = doc.getXmlFragment(fragmentName);
  ((fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(4, "due ");
  return { fragment, node: yXmlFragmentToProseMirrorRootNode(fragment, schema) };
}

it("a sentence has the writers of its own words, and not those of the next", () => {
  const { fragment, node } = open();
  const at = (words: string) => {
    let found = -1;
    node.descendants((child, place) => {
      const index = child.isText ? child.text!.indexOf(words) : -1;
      if (index >= 0) found = place + index;
    });
    return runsOfSentence(node, found, { fragment, owners }).map(
      ({ author, text }) => `${author?.name}:${text}`,
    );
  };
  expect(at("due")).toEqual(["Anna:Uno ", "Bruno:due ", "Anna:tre. Quattro cinque."]);
  expect(at("cinque")).toEqual(["Anna:tre. Quattro cinque."]);
  expect(at("sette")).toEqual(["Anna:sette"]);
});

it("a block that says something else just now is left out, and the others stay right", () => {
  const { fragment, node } = open();
  ((fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, "Prima ");
  expect(runsOfSentence(node, 3, { fragment, owners })).toEqual([]);
  const inTable = node.child(0).nodeSize + 4;
  expect(runsOfSentence(node, inTable, { fragment, owners }).map(({ text }) => text)).toEqual(["A"]);
});
