import type { PrintableContent, PrintableDocument } from "../printable.ts";

/** A plan of one part with a cover. */
export function planWith(
  content: PrintableContent,
  given: Partial<PrintableDocument> = {},
): PrintableDocument {
  return {
    title: "Piano integrato di attività e organizzazione 2026-2028",
    subtitle: "Provincia di Lucca",
    language: "it",
    date: "2026-01-31",
    cover: [{ label: "Atto", value: "Decreto del Presidente n. 12 del 28 gennaio 2026" }],
    parts: [
      {
        ...{ number: "2.1", title: "Valore pubblico", depth: 0, codes: ["2.1"] },
        texts: [{ title: null, content }],
      },
    ],
    ...given,
  };
}

/** A section that is printed alone. */
export function sectionWith(content: PrintableContent): PrintableDocument {
  const title = "Valore pubblico";
  const parts = [{ number: "2.1", title, depth: 1 as const, texts: [{ title: null, content }] }];
  return planWith(content, { title, cover: [], parts });
}

/** A paragraph of plain text. */
export function paragraphs(...texts: string[]): PrintableContent {
  const paragraph = (text: string) => ({ type: "block", content: [{ type: "text", text }] });
  return { type: "doc", content: texts.map(paragraph) };
}
