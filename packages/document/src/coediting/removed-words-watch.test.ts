import type { Transaction } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { markdownToUpdate } from "../markdown/markdown-to-update.ts";
import { find, twoPeers } from "./testing/peer.ts";

const seed = markdownToUpdate("prima riga\n\nseconda riga", 7);
const nothing = Uint8Array.of(0);

const typeNot = (tr: Transaction) => tr.insertText(" NON", find(tr.doc, "seconda") + 7);
const deleteSecond = (tr: Transaction) => {
  const at = tr.doc.resolve(find(tr.doc, "seconda")).before();
  return tr.delete(at, at + tr.doc.nodeAt(at)!.nodeSize);
};

/** Anna removes a paragraph and only then receives what Bruno had typed in it. */
function annaRemovesUnseen() {
  const [anna, bruno] = twoPeers(seed);
  const removal = anna.edit(deleteSecond);
  anna.receive(bruno.edit(typeNot));
  return { anna, bruno, removal };
}

describe("what a writer sends who has removed words unseen", () => {
  it("lets their writer find out, whichever part of it comes first", () => {
    for (const isRemovalFirst of [true, false]) {
      const { anna, bruno, removal } = annaRemovesUnseen();
      if (isRemovalFirst) bruno.receive(removal);
      bruno.receive(anna.missingSince(Y.encodeStateVector(bruno.doc)));
      bruno.receive(removal);
      expect(bruno.text).toBe("prima riga");
      expect(bruno.words).toEqual(["NON"]);
    }
  });

  it("does so after the page was closed and opened again, from a folded copy too", () => {
    for (const isFolded of [true, false]) {
      const { anna, bruno } = annaRemovesUnseen();
      if (isFolded) anna.foldKept();
      bruno.receive(anna.reopen(5_005).missingSince(nothing));
      expect(bruno.text).toBe("prima riga");
      expect(bruno.words).toEqual(["NON"]);
    }
  });

  it("is passed on by a third who had seen the words, also when their page was opened again", () => {
    for (const isReopened of [true, false]) {
      const [anna, bruno] = twoPeers(seed);
      const [carla] = twoPeers(seed);
      carla.receive(bruno.edit(typeNot));
      carla.receive(anna.edit(deleteSecond));
      bruno.receive((isReopened ? carla.reopen(5_005) : carla).missingSince(nothing));
      expect(bruno.words).toEqual(["NON"]);
    }
  });

  it("names what was removed before somebody's eyes, also by a third writer", () => {
    const [anna, bruno] = twoPeers(seed);
    anna.receive(bruno.edit(typeNot));
    const [carla] = twoPeers(seed);
    anna.edit(deleteSecond);
    carla.receive(anna.missingSince(nothing));
    bruno.receive(carla.missingSince(nothing));
    expect(bruno.text).toBe("prima riga");
    expect(bruno.words).toEqual([]);
  });
});

describe("words that their writer has back", () => {
  it("are not handed back again when the page is opened again", () => {
    const { bruno, removal } = annaRemovesUnseen();
    bruno.receive(removal);
    const once = bruno.reopen(5_005);
    const twice = once.reopen(6_006);
    expect([once.words, twice.words]).toEqual([["NON"], ["NON"]]);
  });

  it("are found once when the copy of the device has them first and their removal only then", () => {
    const { bruno, removal } = annaRemovesUnseen();
    const offline = bruno.reopen(5_005);
    offline.receive(removal);
    expect(offline.words).toEqual(["NON"]);
    expect(offline.reopen(6_006).words).toEqual(["NON"]);
  });
});
