import { layOut, type Print } from "../print/lay-out.ts";
import type { PrintableDocument } from "../printable.ts";
import { writeDocx } from "./docx.ts";
import { writeHtml } from "./html.ts";
import { writeJson } from "./json.ts";
import { writeMarkdown } from "./markdown.ts";
import { mediaTypes } from "./media-types.ts";
import { writeOdt } from "./odt.ts";
import { writePdf } from "./pdf.ts";

export const formatNames = ["pdf", "docx", "odt", "html", "markdown", "json"] as const;
export type FormatName = (typeof formatNames)[number];

export interface Format {
  readonly mediaType: string;
  /** Without its dot. */
  readonly extension: string;
  /** The whole file. Whoever prints more than a section does so where nobody waits: all formats use the processor alone. */
  readonly write: (printable: PrintableDocument) => Promise<Uint8Array>;
}

/** A format is a line here and a file beside it. */
export const formats: Readonly<Record<FormatName, Format>> = {
  pdf: { mediaType: mediaTypes.pdf, extension: "pdf", write: async (given) => writePdf(layOut(given)) },
  docx: { mediaType: mediaTypes.docx, extension: "docx", write: async (given) => writeDocx(layOut(given)) },
  odt: { mediaType: mediaTypes.odt, extension: "odt", write: async (given) => writeOdt(layOut(given)) },
  html: { mediaType: mediaTypes.html, extension: "html", write: asText(writeHtml) },
  markdown: { mediaType: mediaTypes.markdown, extension: "md", write: asText(writeMarkdown) },
  json: { mediaType: mediaTypes.json, extension: "json", write: asText(writeJson) },
};

function asText(write: (print: Print) => string): Format["write"] {
  const encoder = new TextEncoder();
  return async (given) => encoder.encode(write(layOut(given)));
}
