import { expect, it } from "vitest";
import { paragraphs, planWith } from "../testing/printable.ts";
import { written } from "../testing/read-files.ts";

it("JSON says what is printed, in the shape that the README of this package has", async () => {
  const plain = { bold: false, italic: false, underline: false, link: null, part: null, change: null };
  const heading = {
    type: "heading",
    level: 1,
    number: "2.1",
    anchor: "parte-1",
    beginsPage: true,
    runs: [{ type: "text", text: "Valore pubblico", ...plain }],
  };
  expect(JSON.parse(await written("json", planWith(paragraphs("Testo"))))).toEqual({
    format: "upiao-document",
    version: 1,
    title: "Piano integrato di attività e organizzazione 2026-2028",
    subtitle: "Provincia di Lucca",
    language: "it",
    date: "2026-01-31",
    cover: [{ label: "Atto", value: "Decreto del Presidente n. 12 del 28 gennaio 2026" }],
    contents: [heading],
    blocks: [heading, { type: "paragraph", runs: [{ type: "text", text: "Testo", ...plain }] }],
  });
});
