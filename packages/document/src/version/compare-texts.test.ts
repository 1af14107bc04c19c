import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { markdownToUpdate } from "../markdown/markdown-to-update.ts";
import { changedWords, compareTexts } from "./compare-texts.ts";
import type { BlockDifference, Piece, TableDifference } from "./difference.ts";

function text(markdown: string, client = 1): Y.XmlFragment {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, markdownToUpdate(markdown, client));
  return doc.getXmlFragment("default");
}

/** `[-went-]`, `{+came+}`, `~looks otherwise~`. */
function pieces(list: readonly Piece[]): string {
  return list
    .map(({ change, text }) => {
      if (change === "REMOVED") return `[-${text}-]`;
      if (change === "INSERTED") return `{+${text}+}`;
      return change === "FORMATTED" ? `~${text}~` : text;
    })
    .join("");
}

function told(before: string, after: string): string[] {
  return compareTexts(text(before, 1), text(after, 2)).parts.map((part) =>
    part.type === "block" ? toldOfBlock(part) : toldOfTable(part),
  );
}

function toldOfBlock({ change, before, after, pieces: list }: BlockDifference): string {
  const kind = before?.kind === after?.kind ? "" : `${before?.kind ?? ""}→${after?.kind ?? ""} `;
  return `${change === "UNCHANGED" ? "" : `${change} `}${kind}${pieces(list)}`;
}

function toldOfTable({ change, rows }: TableDifference): string {
  const lines = rows.map(
    (row) => `${row.change[0]}|${row.cells.map((cell) => pieces(cell.pieces)).join("|")}`,
  );
  return `${change} ${lines.join(" ")}`;
}

describe("two texts compared", () => {
  it("differ word by word, and what was rewritten as a whole is one change", () => {
    expect(
      told(
        "Il Comune adotta tre azioni entro il 2026.",
        "Il Comune adotta, con la Provincia, nove misure entro il 2027.",
      ),
    ).toEqual([
      "CHANGED Il Comune adotta{+,+} [-tre azioni-]{+con la Provincia, nove misure+} entro il [-2026-]{+2027+}.",
    ]);
  });

  it("have their blocks aligned before their words: one that is put between two changes neither", () => {
    expect(
      told(
        "Uno due tre.\n\nQuattro cinque sei.",
        "Uno due tre.\n\nNuovo paragrafo.\n\nQuattro cinque sette.",
      ),
    ).toEqual([
      "Uno due tre.",
      "INSERTED →paragraph {+Nuovo paragrafo.+}",
      "CHANGED Quattro cinque [-sei-]{+sette+}.",
    ]);
  });

  it("say that a paragraph has become a heading, and of which level, with the same words", () => {
    expect(told("Obiettivi di valore", "## Obiettivi di valore")).toEqual([
      "CHANGED paragraph→heading Obiettivi di valore",
    ]);
    const [part] = compareTexts(text("## Obiettivi"), text("### Obiettivi")).parts;
    expect(part).toMatchObject({ change: "CHANGED", before: { level: 1 }, after: { level: 2 } });
  });

  it("say that words look otherwise without calling them new", () => {
    expect(told("Il termine è perentorio.", "Il **termine** è perentorio.")).toEqual([
      "CHANGED Il ~termine~ è perentorio.",
    ]);
    expect(changedWords(text("Il termine è perentorio."), text("Il **termine** è perentorio."))).toBe(0);
  });

  it("know a paragraph to which much was added, or from which much was taken", () => {
    const short = "Il Comune adotta tre azioni.";
    const long = `${short} ${"e molto altro ancora ".repeat(10).trim()}`;
    expect(told(short, long)).toEqual([`CHANGED ${short}{+${long.slice(short.length)}+}`]);
    expect(told(long, short)).toEqual([`CHANGED ${short}[-${long.slice(short.length)}-]`]);
  });

  it("show what is another block as one that went and one that came", () => {
    expect(told("Vecchio testo del tutto diverso", "Altre parole, altro argomento")).toEqual([
      "REMOVED paragraph→ [-Vecchio testo del tutto diverso-]",
      "INSERTED →paragraph {+Altre parole, altro argomento+}",
    ]);
  });

  it("count words and not signs, and one in which two people have written once", () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, markdownToUpdate("Il Comune", 1));
    const block = doc.getXmlFragment("default").get(0) as Y.XmlElement;
    (block.get(0) as Y.XmlText).insert(9, "ne");
    expect(changedWords(text(""), doc.getXmlFragment("default"))).toBe(2);
    expect(changedWords(text("uno, due"), text("uno; due"))).toBe(0);
    expect(changedWords(text("uno due"), text("uno due tre quattro"))).toBe(2);
    expect(changedWords(text("uno due"), text("uno tre"))).toBe(2);
  });

  it("tell of each piece under which client id it was written", () => {
    const doc = new Y.Doc();
    doc.clientID = 7;
    Y.applyUpdate(doc, markdownToUpdate("Il Comune scrive", 1));
    const before = text("Il Comune scrive", 1);
    ((doc.getXmlFragment("default").get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(9, " capofila");
    const [part] = compareTexts(before, doc.getXmlFragment("default")).parts as BlockDifference[];
    expect(part!.pieces.map(({ change, text, client }) => [change, text, client])).toEqual([
      ["KEPT", "Il Comune", 1],
      ["INSERTED", " capofila", 7],
      ["KEPT", " scrive", 1],
    ]);
  });
});

describe("two tables compared", () => {
  const table = (...rows: string[]) =>
    [rows[0], rows[0]!.replaceAll(/[^|]+/g, "---"), ...rows.slice(1)].join("\n");

  it("differ cell by cell, a row being known by its first cell when all its figures have changed", () => {
    expect(
      told(
        table("|Ente|2025|2026|", "|Barga|1|2|", "|Lucca|8|9|"),
        table("|Ente|2025|2026|", "|Barga|3|4|", "|Lucca|8|9|"),
      ),
    ).toEqual(["CHANGED U|Ente|2025|2026 C|Barga|[-1-]{+3+}|[-2-]{+4+} U|Lucca|8|9"]);
  });

  it("show a row and a column that came as such", () => {
    expect(
      told(
        table("|Ente|2025|", "|Barga|1|", "|Lucca|8|"),
        table("|Ente|2024|2025|", "|Barga|5|1|", "|Gallicano|6|7|", "|Lucca|4|8|"),
      ),
    ).toEqual(["CHANGED C|Ente|{+2024+}|2025 C|Barga|{+5+}|1 I|{+Gallicano+}|{+6+}|{+7+} C|Lucca|{+4+}|8"]);
  });

  it("are never taken for a block that has the same words", () => {
    expect(
      told(table("|Ente|2025|", "|Barga|1|"), "Ente 2025 Barga 1").map((line) => line.split(" ")[0]),
    ).toEqual(["REMOVED", "INSERTED"]);
  });
});
