import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { findForeignContent } from "../coediting/foreign-content.ts";
import { find, Peer } from "../coediting/testing/peer.ts";
import { markdownToUpdate } from "../markdown/markdown-to-update.ts";
import { authorsOf } from "./authors-of.ts";
import { canonicalText } from "./canonical-text.ts";
import { restoreText } from "./restore-text.ts";

function open(update: Uint8Array, client = 77): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = client;
  Y.applyUpdate(doc, update);
  return doc;
}
const textOf = (doc: Y.Doc) => doc.getXmlFragment("default");

/** What leaves whoever restores. */
function restore(doc: Y.Doc, goal: Y.Doc): Uint8Array {
  const sent: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => sent.push(update));
  doc.transact(() => restoreText(textOf(doc), textOf(goal)));
  return Y.mergeUpdates(sent);
}

const authors = (doc: Y.Doc) =>
  authorsOf(textOf(doc), new Map()).map((runs) =>
    runs.map(({ client, text }) => `${client}:${text}`).join("|"),
  );

describe("a text restored", () => {
  it("reads as it did, and what had not changed is still its writers', to the letter", () => {
    const goal = open(markdownToUpdate("## Titolo\n\nIl Comune adotta tre azioni.\n\nFine.", 1));
    const doc = open(markdownToUpdate("## Titolo\n\nIl Comune adotta nove misure.\n\nAltro.\n\nFine.", 2));
    restore(doc, goal);
    expect(canonicalText(textOf(doc))).toBe(canonicalText(textOf(goal)));
    expect(authors(doc)).toEqual(["2:Titolo", "2:Il Comune adotta |77:tre|2: |77:azioni|2:.", "2:Fine."]);
  });

  it("changes a heading, a mark and a cell in place", () => {
    const table = (figure: string) => `| A | B |\n|---|---|\n| uno | ${figure} |`;
    const goal = open(markdownToUpdate(`## Titolo\n\nIl **termine** è qui.\n\n${table("3")}`, 1));
    const doc = open(markdownToUpdate(`Titolo\n\nIl termine è *qui*.\n\n${table("4")}`, 2));
    restore(doc, goal);
    expect(canonicalText(textOf(doc))).toBe(canonicalText(textOf(goal)));
    expect(authors(doc)).toEqual(["2:Titolo", "2:Il termine è qui.", "2:A", "2:B", "2:uno", "77:3"]);
  });

  it("keeps the places that comments hold on to, in words that stay", () => {
    const doc = open(markdownToUpdate("Il Comune adotta nove misure entro maggio.\n\nAltro.", 2));
    const text = (textOf(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText;
    const places = ["Comune", "maggio"].map((word) =>
      Y.createRelativePositionFromTypeIndex(text, text.toString().indexOf(word)),
    );
    restore(doc, open(markdownToUpdate("Ieri il Comune adotta tre azioni, entro maggio.", 1)));
    const words = places.map((place) => {
      const { type, index } = Y.createAbsolutePositionFromRelativePosition(place, doc)!;
      return type.toString().slice(index, index + 6);
    });
    expect(words).toEqual(["Comune", "maggio"]);
  });

  it("keeps what two others type meanwhile, also in the paragraph that is being restored, on all screens alike", () => {
    const first = markdownToUpdate("Primo capoverso del testo.\n\nSecondo capoverso del testo.", 1);
    const [anna, bruno] = [new Peer(11), new Peer(12)];
    for (const peer of [anna, bruno]) peer.receive(first);
    const changed = anna.edit((tr) => tr.insertText("Mio ", find(tr.doc, "Primo")));
    bruno.receive(changed);
    const server = open(first);
    Y.applyUpdate(server, changed);

    const fromAnna = anna.edit((tr) => tr.insertText(", e avanti", find(tr.doc, "testo") + 5));
    const fromBruno = bruno.edit((tr) => tr.insertText("Ultimo e ", find(tr.doc, "Secondo")));
    const restored = restore(server, open(first));

    anna.receive(restored, fromBruno);
    bruno.receive(fromAnna, restored);
    for (const update of [fromAnna, fromBruno]) Y.applyUpdate(server, update);
    const expected = "Primo capoverso del testo, e avanti.\nUltimo e Secondo capoverso del testo.";
    expect([anna.text, bruno.text]).toEqual([expected, expected]);
    expect([anna.words, bruno.words]).toEqual([[], []]);
    expect(canonicalText(textOf(server))).toBe(canonicalText(anna.fragment));
  });

  it("hands back to their writer the words typed meanwhile in a paragraph that the version did not have", () => {
    const first = markdownToUpdate("Resta.", 1);
    const anna = new Peer(11);
    anna.receive(first);
    const added = anna.edit((tr) =>
      tr.insert(
        tr.doc.content.size,
        tr.doc.type.schema.nodes.block!.create({}, tr.doc.type.schema.text("Passa")),
      ),
    );
    const server = open(first);
    Y.applyUpdate(server, added);
    anna.edit((tr) => tr.insertText(" presto", find(tr.doc, "Passa") + 5));
    anna.receive(restore(server, open(first)));
    expect(anna.text).toBe("Resta.");
    expect(anna.words).toEqual(["presto"]);
  });

  it("reads as it did whatever came between, within the schema, and a second restoration brings that back", () => {
    const words = fc.array(
      fc.constantFrom("uno", "due", "tre", "quattro", "cinque,", "sei.", "**sette**", "*otto*", "<b>"),
      {
        minLength: 0,
        maxLength: 9,
      },
    );
    const line = words.map((list) => list.join(" "));
    const block = fc.oneof(
      line,
      line.map((text) => `## ${text}`),
      line.map((text) => `- ${text}`),
      fc.tuple(line, line).map(([one, other]) => `${one}x  \n${other}y`),
      fc.array(fc.tuple(line, line, line), { minLength: 1, maxLength: 3 }).chain((rows) =>
        fc.constantFrom(2, 3).map((width) =>
          [rows[0]!, ["---", "---", "---"], ...rows.slice(1)]
            .map(
              (cells) =>
                `|${cells
                  .slice(0, width)
                  .map((cell) => cell || " ")
                  .join("|")}|`,
            )
            .join("\n"),
        ),
      ),
    );
    const markdown = fc.array(block, { maxLength: 6 }).map((blocks) => blocks.join("\n\n"));
    fc.assert(
      fc.property(markdown, markdown, (one, other) => {
        const [before, after] = [open(markdownToUpdate(one, 1)), open(markdownToUpdate(other, 2))];
        const doc = open(Y.encodeStateAsUpdate(before));
        restore(doc, after);
        expect(canonicalText(textOf(doc))).toBe(canonicalText(textOf(after)));
        expect(findForeignContent(textOf(doc))).toBe(findForeignContent(textOf(after)));
        restore(doc, before);
        expect(canonicalText(textOf(doc))).toBe(canonicalText(textOf(before)));
      }),
      { numRuns: 100 },
    );
  });

  it("sends nothing when nothing differs", () => {
    const doc = open(markdownToUpdate("Uno  \ndue\n\n| A |\n|---|\n| 1 |", 1));
    expect(
      Y.decodeUpdate(restore(doc, open(markdownToUpdate("Uno  \ndue\n\n| A |\n|---|\n| 1 |", 2)))).structs,
    ).toEqual([]);
  });
});
