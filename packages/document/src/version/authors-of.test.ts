import { expect, it } from "vitest";
import * as Y from "yjs";
import { foldUpdates } from "../coediting/fold-updates.ts";
import { find, Peer } from "../coediting/testing/peer.ts";
import { markdownToUpdate } from "../markdown/markdown-to-update.ts";
import { decideSuggestions } from "../proposal/decide-suggestions.ts";
import { suggestionsIn } from "../proposal/suggestions-in.ts";
import { authorsOf } from "./authors-of.ts";

const people = new Map([
  [1, "Anna"],
  [9, "Bruno"],
]);

function told(...updates: Uint8Array[]): string[] {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return authorsOf(doc.getXmlFragment("default"), people).map((runs) =>
    runs.map(({ author, text }) => `${author}:${text}`).join("|"),
  );
}

it("who wrote it is told letter by letter, in paragraphs and in cells, also after the log was folded", () => {
  const first = markdownToUpdate("Il Comune scrive.\n\n| A | B |\n|---|---|\n| uno | due |", 1);
  const bruno = new Peer(9);
  bruno.receive(first);
  const updates = [
    first,
    bruno.edit((tr) => tr.insertText("capofila ", find(tr.doc, "scrive"))),
    bruno.edit((tr) => tr.insertText("due", find(tr.doc, "uno") + 3)),
  ];
  const expected = [
    "Anna:Il Comune |Bruno:capofila |Anna:scrive.",
    "Anna:A",
    "Anna:B",
    "Anna:uno|Bruno:due",
    "Anna:due",
  ];
  expect(told(...updates)).toEqual(expected);
  expect(told(foldUpdates(updates))).toEqual(expected);
});

it("who formats what another has written does not become its author, and who is unknown is nobody", () => {
  const first = markdownToUpdate("Il Comune scrive.", 1);
  const bruno = new Peer(9);
  bruno.receive(first);
  const bold = bruno.edit((tr) => tr.addMark(1, 10, tr.doc.type.schema.mark("bold")));
  expect(told(first, bold)).toEqual(["Anna:Il Comune scrive."]);
  expect(told(markdownToUpdate("Chi?", 3))).toEqual(["null:Chi?"]);
});

it("what was taken over from a proposal is still of who proposed it", () => {
  const doc = new Y.Doc();
  doc.clientID = 9;
  Y.applyUpdate(doc, markdownToUpdate("Il Comune scrive.", 1));
  const text = (doc.getXmlFragment("default").get(0) as Y.XmlElement).get(0) as Y.XmlText;
  text.insert(9, " capofila", { "insertion--abcdefgh": { id: "p.9.1" } });
  const officer = new Y.Doc();
  officer.clientID = 5;
  Y.applyUpdate(officer, Y.encodeStateAsUpdate(doc));
  officer.transact(() => decideSuggestions(officer.getXmlFragment("default"), new Set(["p.9.1"]), "ACCEPT"));
  expect(suggestionsIn(officer.getXmlFragment("default"))).toEqual([]);
  expect(told(Y.encodeStateAsUpdate(officer))).toEqual(["Anna:Il Comune|Bruno: capofila|Anna: scrive."]);
});
