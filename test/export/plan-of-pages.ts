import { canonicalText, fragmentName, markdownToUpdate, type TextJson } from "@upiao/document";
import type { PrintableDocument, PrintablePart } from "@upiao/export";
import * as Y from "yjs";

/** A plan of about so many pages, with what plans are made of: prose, lists, tables, objectives with their indicators. */
export function planOfPages(pages: number): PrintableDocument {
  // A part fills about three pages.
  const parts = Array.from({ length: Math.max(1, Math.round(pages / 3.1)) }, (_, index) => partOf(index));
  return {
    title: "Piano integrato di attività e organizzazione 2026-2028",
    subtitle: "Provincia di Lucca",
    language: "it",
    date: "2026-01-31",
    cover: [{ label: "Atto", value: "Decreto del Presidente n. 12 del 28 gennaio 2026" }],
    parts,
  };
}

function partOf(index: number): PrintablePart {
  const content = textOf([1, 2, 3].map((number) => chapter(index, number)).join("\n\n"));
  return { number: `${index + 1}`, title: `Parte ${index + 1}`, depth: 0, texts: [{ title: null, content }] };
}

function chapter(part: number, number: number): string {
  const prose = (sentences: number) =>
    Array.from(
      { length: sentences },
      (_, at) =>
        `L'ente ${part}.${number}.${at} cura **i servizi** in rete e ne misura *ogni anno* tempi, costi e uso.`,
    ).join(" ");
  const rows = Array.from({ length: 8 }, (_, row) => `| Servizio ${row} | ${row * 7} | ${prose(1)} |`);
  const objective = {
    title: `Obiettivo ${part}.${number}: servizi più rapidi`,
    attributes: { responsible: "Ufficio associato", dup: "0108", peg: "2" },
    indicators: [1, 2, 3].map((at) => ({
      name: `Indicatore ${at} dei tempi di risposta`,
      attributes: {
        unit: "DAYS",
        direction: "DOWN",
        baseline: "40",
        target1: "35",
        target2: "30",
        target3: "25",
      },
    })),
  };
  return [
    `## Capitolo ${number}`,
    prose(9),
    prose(7),
    `- ${prose(1)}\n- ${prose(2)}\n   - ${prose(1)}`,
    `| Servizio | Pratiche | Nota |\n|---|--:|---|\n${rows.join("\n")}`,
    `\`\`\`objective\n${JSON.stringify(objective)}\n\`\`\``,
  ].join("\n\n");
}

function textOf(markdown: string): TextJson {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, markdownToUpdate(markdown, 1));
  return JSON.parse(canonicalText(doc.getXmlFragment(fragmentName)));
}
