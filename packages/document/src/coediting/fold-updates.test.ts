import type { Transaction } from "@tiptap/pm/state";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { markdownToUpdate } from "../markdown/markdown-to-update.ts";
import { foldUpdates } from "./fold-updates.ts";
import { find, laterSitting, twoPeers } from "./testing/peer.ts";

const seed = markdownToUpdate("prima riga\n\nseconda riga\n\nterza riga", 7);

const typeNot = (tr: Transaction) => tr.insertText(" NON", find(tr.doc, "seconda") + 7);

const deleteSecond = (tr: Transaction) => {
  const at = tr.doc.resolve(find(tr.doc, "seconda")).before();
  return tr.delete(at, at + tr.doc.nodeAt(at)!.nodeSize);
};

const holds = (update: Uint8Array, text: string) => new TextDecoder().decode(update).includes(text);

/** Bruno types in a paragraph that Anna removes, before either sees what the other does. */
function removedUnseen() {
  const [anna, bruno] = twoPeers(seed);
  return { anna, bruno, log: [seed, bruno.edit(typeNot), anna.edit(deleteSecond)] };
}

/** Anna has read what Bruno typed. */
function removedKnowingly() {
  const [anna, bruno] = twoPeers(seed);
  const words = bruno.edit(typeNot);
  anna.receive(words);
  return { bruno, log: [seed, words, anna.edit(deleteSecond)] };
}

describe("updates folded into one", () => {
  it("make the same text, also when they go on and are folded again", () => {
    const { anna, log } = removedUnseen();
    const more = anna.edit((tr) => tr.insertText("la ", find(tr.doc, "terza")));
    expect(laterSitting(foldUpdates([...log, more])).text).toBe("prima riga\nla terza riga");
    expect(laterSitting(foldUpdates([foldUpdates(log), more])).text).toBe("prima riga\nla terza riga");
  });

  it("hand back to who returns with the words what somebody removed unseen", () => {
    const { bruno, log } = removedUnseen();
    bruno.receive(Y.diffUpdate(foldUpdates(log), Y.encodeStateVector(bruno.doc)));
    expect(bruno.words).toEqual(["NON"]);
  });

  it("hand it back also to who returns with nothing, however often they were folded", () => {
    const { log } = removedUnseen();
    expect(laterSitting(foldUpdates([foldUpdates(log)])).words).toEqual(["NON"]);
  });

  it("forget the words when their writer has them back", () => {
    const { bruno, log } = removedUnseen();
    const folded = foldUpdates(log);
    expect(holds(folded, "NON")).toBe(true);
    bruno.receive(log[2]!);
    const refolded = foldUpdates([folded, bruno.missingSince(Y.encodeStateVector(bruno.doc))]);
    expect(holds(refolded, "NON")).toBe(false);
    expect(laterSitting(refolded).words).toEqual([]);
  });

  it("forget at once what was removed by somebody who had read it, and hand nothing back", () => {
    const { bruno, log } = removedKnowingly();
    const folded = foldUpdates(log);
    expect(holds(folded, "NON")).toBe(false);
    bruno.receive(folded);
    expect([...bruno.words, ...laterSitting(folded).words]).toEqual([]);
  });

  it("have to be updates", () => {
    expect(() => foldUpdates([seed, Uint8Array.of(1, 2, 3)])).toThrow();
  });
});
