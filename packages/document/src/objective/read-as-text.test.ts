import { describe, expect, it } from "vitest";
import { Peer } from "../coediting/testing/peer.ts";
import { EditorPlaces } from "../comment/editor-places.ts";
import { RunningText } from "../comment/running-text.ts";
import { plainText } from "../text/plain-text.ts";
import { authorsOf } from "../version/authors-of.ts";
import { canonicalText } from "../version/canonical-text.ts";
import { compareTexts } from "../version/compare-texts.ts";
import { restoreText } from "../version/restore-text.ts";
import { indicatorNode, objectiveNode } from "./testing/objective-nodes.ts";

const services = (parts: { title?: string; responsible?: string; target1?: string; unit?: string } = {}) => {
  const { title = "Servizi in rete", responsible = "RTD", target1 = "55", unit = "PERCENT" } = parts;
  const attributes = { unit, baseline: "40", target1, source: "SUAP" };
  return objectiveNode("o", title, [indicatorNode("i", attributes, "Servizi attivi")], {
    responsible,
    dup: "M1",
  });
};

function textWith(client: number, ...nodes: ReturnType<typeof services>[]): Peer {
  const peer = new Peer(client);
  peer.edit((tr) => tr.insertText("Premessa", 1).insert(tr.doc.content.size, nodes));
  return peer;
}

/** `[-went-]` and `{+came+}`, cells between bars. */
function told(before: Peer, after: Peer): string[] {
  return compareTexts(before.fragment, after.fragment).parts.flatMap((part) =>
    part.type === "block"
      ? []
      : part.rows.map(({ cells }) =>
          cells
            .map(({ pieces }) =>
              pieces
                .map(({ change, text }) =>
                  change === "REMOVED" ? `[-${text}-]` : change === "INSERTED" ? `{+${text}+}` : text,
                )
                .join(""),
            )
            .join("|"),
        ),
  );
}

describe("an objective read as text", () => {
  it("is its title, a line with its links, and a line for each indicator", () => {
    expect(plainText(textWith(1, services()).fragment).split("\n")).toEqual([
      "Premessa",
      "Obiettivo: Servizi in rete",
      "Responsabile: RTD; DUP: M1",
      "Servizi attivi: Unità %; Verso in crescita; Partenza 40; Atteso, 1º anno 55; Fonte SUAP",
    ]);
  });

  it("says who measures only where it is said, and has no column for it elsewhere", () => {
    const line = (measuredBy?: string) =>
      objectiveNode("o", "Uno", [indicatorNode("i", measuredBy ? { measuredBy } : {}, "Corsi")]);
    const headers = (measuredBy?: string) => told(textWith(1), textWith(1, line(measuredBy)))[1];
    expect(plainText(textWith(1, line("LEAD")).fragment)).toMatch(
      /Verso in crescita; Chi misura solo il capofila$/,
    );
    expect(plainText(textWith(1, line()).fragment)).not.toContain("Chi misura");
    expect(headers("LEAD")).toMatch(/Fonte\+\}\|\{\+Chi misura/);
    expect(headers()).toMatch(/Fonte\+\}$/);
  });

  it("is compared as a table, field by field, and who has filled in a field is its writer", () => {
    const before = textWith(1, services());
    const after = new Peer(2);
    after.receive(before.missingSince(new Uint8Array([0])));
    after.edit((tr) => {
      tr.doc.descendants((node, at) => {
        if (node.type.name === "indicator") tr.setNodeAttribute(at, "target1", "60");
        if (node.type.name === "objective") tr.setNodeAttribute(at, "responsible", "Ufficio RTD");
      });
      tr.insertText("nuovi ", 10 + 2);
    });
    expect(told(before, after)).toEqual([
      "Obiettivo|{+nuovi +}Servizi in rete",
      "Responsabile|{+Ufficio +}RTD",
      "DUP|M1",
      "Indicatore|Unità|Verso|Partenza|Atteso, 1º anno|Atteso, 2º anno|Atteso, 3º anno|Fonte",
      "Servizi attivi|%|in crescita|40|[-55-]{+60+}|||SUAP",
    ]);
    const pieces = compareTexts(before.fragment, after.fragment).parts.flatMap((part) =>
      part.type === "table" ? part.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.pieces)) : [],
    );
    expect(pieces.filter(({ change }) => change === "INSERTED").map(({ client }) => client)).toEqual([
      2, 2, 2,
    ]);
  });

  it("whose every word has changed is still the same one", () => {
    const [before, after] = [
      textWith(1, services()),
      textWith(2, services({ title: "Altro del tutto", responsible: "X" })),
    ];
    const table = compareTexts(before.fragment, after.fragment).parts.find(({ type }) => type === "table");
    expect(table?.change).toBe("CHANGED");
  });

  it("is of another hash when a field says something else", () => {
    const hashes = [services(), services({ target1: "56" }), services({ unit: "NUMBER" })].map((node) =>
      canonicalText(textWith(1, node).fragment),
    );
    expect(new Set(hashes).size).toBe(3);
    expect(canonicalText(textWith(2, services()).fragment)).toBe(hashes[0]);
  });

  it("restored is the same piece of the text with its fields as they were, and one that had gone is back with its key", () => {
    const goal = textWith(1, services());
    const peer = new Peer(2);
    peer.receive(goal.missingSince(new Uint8Array([0])));
    const first = peer.fragment.get(1);
    peer.edit((tr) => {
      tr.doc.descendants((node, at) => {
        if (node.type.name === "indicator") tr.setNodeAttribute(at, "target1", "60");
      });
    });
    peer.doc.transact(() => restoreText(peer.fragment, goal.fragment));
    expect(canonicalText(peer.fragment)).toBe(canonicalText(goal.fragment));
    expect(peer.fragment.get(1)).toBe(first);
    peer.edit((tr) => tr.delete(tr.doc.firstChild!.nodeSize, tr.doc.content.size));
    expect(peer.text).toBe("Premessa");
    peer.doc.transact(() => restoreText(peer.fragment, goal.fragment));
    expect(canonicalText(peer.fragment)).toBe(canonicalText(goal.fragment));
  });

  it("has its title and names in the places of comments and among what people wrote", () => {
    const peer = textWith(5, services());
    const running = new RunningText(peer.fragment);
    expect(running.letters).toBe("Premessa\nServizi in rete\nServizi attivi");
    const places = new EditorPlaces(peer.read());
    const at = running.letters.indexOf("attivi");
    expect(places.offsetOf(places.positionOf(at))).toBe(at);
    expect(
      authorsOf(peer.fragment, new Map([[5, "Anna"]])).map((runs) =>
        runs.map(({ text, author }) => `${author}: ${text}`),
      ),
    ).toEqual([["Anna: Premessa"], ["Anna: Servizi in rete"], ["Anna: Servizi attivi"]]);
  });
});
