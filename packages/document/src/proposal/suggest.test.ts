import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { findForeignContent } from "../coediting/foreign-content.ts";
import { find } from "../coediting/testing/peer.ts";
import { markdownToUpdate } from "../markdown/markdown-to-update.ts";
import { fragmentName, schema } from "../schema.ts";
import { plainText } from "../text/plain-text.ts";
import { decideSuggestions, rejectAll, type Verdict } from "./decide-suggestions.ts";
import { ProposalGuard } from "./proposal-guard.ts";
import { nameOfFormat, proposedAddress, suggestionsIn } from "./suggestions-in.ts";
import { ProposingPeer, select } from "./testing/proposing-peer.ts";

const seed = markdownToUpdate(
  "uno due tre\n\n## anno\n\n- quattro\n\n| a | b |\n|---|---|\n| c | fine |\n\nultimo",
  7,
);

/** A reviewer before the text, and the guard of the server's. */
function open(client = 11) {
  const peer = new ProposingPeer(client, `p${client}`);
  peer.receive(seed);
  return peer;
}

/** What is in a text after a decision on everything in it. */
function decided(peer: ProposingPeer, verdict: Verdict) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(peer.doc));
  const fragment = doc.getXmlFragment(fragmentName);
  const ids = new Set(suggestionsIn(fragment).map(({ id }) => id));
  doc.transact(() => decideSuggestions(fragment, ids, verdict));
  expect(suggestionsIn(fragment)).toEqual([]);
  expect(findForeignContent(fragment)).toBeNull();
  return fragment;
}

const start = () => open().fragment.toString();
const at = (peer: ProposingPeer, words: string) => find(peer.state().doc, words);
const bold = () => schema.marks.bold!.create();
const row = (...words: string[]) =>
  schema.nodes.tableRow!.create(
    null,
    words.map((word) => schema.nodes.tableCell!.create(null, word === "" ? [] : [schema.text(word)])),
  );

type Case = readonly [
  what: string,
  suggest: (peer: ProposingPeer) => Uint8Array | null,
  accepted: (text: string) => string,
  kind: string,
];

const cases: Case[] = [
  [
    "words",
    (peer) => peer.suggest((tr) => tr.insertText("nuovo ", at(peer, "due"))),
    (text) => text.replace("due", "nuovo due"),
    "INSERT",
  ],
  [
    "a letter beside an equal one",
    (peer) => peer.suggest((tr) => tr.insertText("n", at(peer, "anno") + 2)),
    (text) => text.replace("anno", "annno"),
    "INSERT",
  ],
  [
    "that words go",
    (peer) => peer.suggest((tr) => tr.delete(at(peer, "due"), at(peer, "tre"))),
    (text) => text.replace("due tre", "tre"),
    "DELETE",
  ],
  [
    "other words",
    (peer) => peer.suggest((tr) => tr.insertText("2", at(peer, "due"), at(peer, " tre"))),
    (text) => text.replace("due", "2"),
    "REPLACE",
  ],
  [
    "a block, by Enter",
    (peer) => peer.suggest((tr) => tr.split(at(peer, "tre"), 1, [{ type: schema.nodes.block! }])),
    (text) => text.replace("uno due tre", "uno due tre\n"),
    "INSERT",
  ],
  [
    "that a block goes",
    (peer) => peer.suggest((tr) => tr.deleteSelection(), select(at(peer, "ultimo"), at(peer, "ultimo") + 6)),
    (text) => text.replace("\nultimo", ""),
    "DELETE",
  ],
  [
    "another kind of block",
    (peer) =>
      peer.suggest((tr) =>
        tr.setNodeMarkup(at(peer, "quattro") - 1, undefined, { kind: "paragraph", level: 1, indent: 0 }),
      ),
    (text) => text.replace("- quattro", "quattro"),
    "SHAPE",
  ],
  [
    "a row",
    (peer) => peer.suggest((tr) => tr.insert(at(peer, "fine") + 6, row("e", "f"))),
    (text) => text.replace("c\tfine", "c\tfine\ne\tf"),
    "INSERT",
  ],
  [
    "an empty row",
    (peer) => peer.suggest((tr) => tr.insert(at(peer, "fine") + 6, row("", ""))),
    (text) => text.replace("c\tfine", "c\tfine\n\t"),
    "INSERT",
  ],
];

describe("a suggestion", () => {
  it.each(cases)(
    "of %s changes nothing that is adopted, and can be accepted and rejected",
    (_what, suggest, accepted, kind) => {
      const peer = open();
      const text = plainText(peer.fragment);
      const guard = new ProposalGuard([seed]);
      const update = suggest(peer);
      expect(guard.admits(update!, (client) => client === 11)).toBe(true);
      expect(plainText(peer.fragment)).toBe(text);
      expect(findForeignContent(peer.fragment)).toBeNull();
      expect(suggestionsIn(peer.fragment)).toMatchObject([{ kind, client: 11 }]);
      expect(decided(peer, "REJECT").toString()).toBe(start());
      expect(plainText(decided(peer, "ACCEPT"))).toBe(accepted(text));
    },
  );

  it("of bold is bold when it is accepted, and a second time takes it back", () => {
    const peer = open();
    const from = at(peer, "due");
    const toggle = () => peer.suggest((tr) => tr.addMark(from, from + 3, bold()));
    toggle();
    expect(suggestionsIn(peer.fragment)).toMatchObject([
      { kind: "FORMAT", excerpt: { formats: [{ mark: "bold", to: true }], removed: "due" } },
    ]);
    expect(decided(peer, "ACCEPT").get(0).toString()).toContain("<bold>due</bold>");
    expect(decided(peer, "REJECT").toString()).toBe(start());
    toggle();
    expect(suggestionsIn(peer.fragment)).toEqual([]);
  });

  it("of a link is the link when it is accepted, also one to a part of the plan, and plain words for one that is no link", () => {
    for (const [href, accepted, name, address] of [
      ["https://esempio.it/", '<link href="https://esempio.it/">due</link>', "link", "https://esempio.it/"],
      ["piao:STRATEGIA", '<link href="piao:STRATEGIA">due</link>', "part", null],
      ["piao:javascript:alert(1)", "uno due tre", "link", null],
    ] as const) {
      const peer = open();
      const guard = new ProposalGuard([seed]);
      const from = at(peer, "due");
      const update = peer.suggest((tr) => tr.addMark(from, from + 3, schema.mark("link", { href })));
      expect(guard.admits(update!, (client) => client === 11)).toBe(true);
      const { excerpt } = suggestionsIn(peer.fragment)[0]!;
      expect(excerpt.formats.map(nameOfFormat)).toEqual([name]);
      expect(proposedAddress(excerpt)).toBe(address);
      expect(decided(peer, "ACCEPT").get(0).toString()).toContain(accepted);
      expect(decided(peer, "REJECT").toString()).toBe(start());
    }
  });

  it("keeps its letters when it is accepted, so that who proposed a word is its author", () => {
    const peer = open();
    peer.suggest((tr) => tr.insertText("nuovo ", at(peer, "due")));
    const fragment = decided(peer, "ACCEPT");
    const text = (fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText;
    const written: [number, string][] = [];
    for (let item = text._start; item; item = item.right)
      if (!item.deleted && item.content instanceof Y.ContentString)
        written.push([item.id.client, item.content.str]);
    expect(written).toEqual([
      [7, "uno "],
      [11, "nuovo "],
      [7, "due tre"],
    ]);
  });

  it("is gone when its writer deletes what they had proposed", () => {
    const peer = open();
    peer.suggest((tr) => tr.insertText("nuovo ", at(peer, "due")));
    peer.suggest((tr) => tr.delete(at(peer, "nuovo"), at(peer, "nuovo") + 6));
    peer.suggest((tr) => tr.split(at(peer, "tre"), 1, [{ type: schema.nodes.block! }]));
    // Backspace before the first letter of the new block.
    peer.suggest((tr) => tr.join(peer.caret! - 1));
    expect(suggestionsIn(peer.fragment)).toEqual([]);
    expect(peer.fragment.toString()).toBe(start());
  });

  it("leaves the caret where its writer goes on", () => {
    const peer = open();
    peer.suggest((tr) => tr.insertText("n", at(peer, "anno") + 2));
    expect(peer.caret).toBe(at(peer, "an") + 3);
    peer.suggest((tr) => tr.split(peer.caret!, 1, [{ type: schema.nodes.block! }]));
    peer.suggest((tr) => tr.insertText("qui", peer.caret!));
    expect(peer.caret).toBe(at(peer, "qui") + 3);
    expect(suggestionsIn(peer.fragment).map(({ excerpt }) => excerpt.added)).toEqual(["n … qui"]);
  });

  it("is one for what is typed on, and another where there was something between", () => {
    const peer = open();
    peer.suggest((tr) => tr.insertText("a", at(peer, "due")));
    peer.suggest((tr) => tr.insertText("b", at(peer, "due")));
    peer.suggest((tr) => tr.insertText("c", at(peer, "quattro")));
    expect(suggestionsIn(peer.fragment).map(({ excerpt }) => excerpt.added)).toEqual(["ab", "c"]);
  });
});

describe("what cannot be suggested", () => {
  it.each([
    [
      "a column",
      (peer: ProposingPeer) =>
        peer.suggest((tr) => tr.insert(at(peer, "fine") + 5, schema.nodes.tableCell!.create())),
    ],
    [
      "a header of a cell",
      (peer: ProposingPeer) =>
        peer.suggest((tr) => tr.setNodeMarkup(at(peer, "fine") - 1, schema.nodes.tableHeader!)),
    ],
  ])("(%s) changes nothing", (_what, suggest) => {
    const peer = open();
    expect(suggest(peer)).toBeNull();
    expect(peer.fragment.toString()).toBe(start());
  });
});

describe("with everything rejected", () => {
  it("the text is what it was", () => {
    const peer = open();
    for (const [, suggest, , kind] of cases) if (kind !== "REPLACE") suggest(peer);
    expect(peer.fragment.toString()).not.toBe(start());
    peer.doc.transact(() => rejectAll(peer.fragment));
    expect(peer.fragment.toString()).toBe(start());
  });
});
