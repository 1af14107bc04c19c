import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { markdownToUpdate } from "../markdown/markdown-to-update.ts";
import { find, twoPeers } from "./testing/peer.ts";
import { textSince } from "./text-since.ts";

const seed = markdownToUpdate("prima riga\n\nseconda riga", 7);

describe("the text that only this device has", () => {
  it("is what its writer has added since a known state, and nothing of others", () => {
    const [anna, bruno] = twoPeers(seed);
    bruno.edit((tr) => tr.insertText("salvato ", find(tr.doc, "prima")));
    const saved = Y.decodeStateVector(Y.encodeStateVector(bruno.doc));
    bruno.edit((tr) => tr.insertText("nuovo ", find(tr.doc, "prima")));
    bruno.edit((tr) => tr.insertText(" aggiunto", find(tr.doc, "seconda riga") + 12));
    bruno.receive(anna.edit((tr) => tr.insertText("di Anna ", find(tr.doc, "seconda"))));
    const isMine = (client: number) => client === bruno.doc.clientID;
    expect(textSince(bruno.fragment, saved, isMine)).toBe("nuovo \n aggiunto");
    expect(textSince(bruno.fragment, new Map(), isMine)).toBe("salvato nuovo \n aggiunto");
  });

  it("leaves out what its writer has deleted", () => {
    const [, bruno] = twoPeers(seed);
    bruno.edit((tr) => tr.insertText("ripensato ", find(tr.doc, "prima")));
    bruno.edit((tr) => tr.delete(find(tr.doc, "ripensato "), find(tr.doc, "prima")));
    expect(textSince(bruno.fragment, new Map(), (client) => client === bruno.doc.clientID)).toBe("");
  });
});
