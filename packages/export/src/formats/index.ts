import type { PrintableDocument } from "../printable.ts";

export const formatNames = ["pdf", "docx", "odt", "html", "markdown", "json"] as const;
export type FormatName = (typeof formatNames)[number];

export interface Format {
  readonly mediaType: string;
  /** Without its dot. */
  readonly extension: string;
  /** The whole file. Whoever prints more than a section does so where nobody waits: all formats use the processor alone. */
  readonly write: (printable: PrintableDocument) => Promise<Uint8Array>;
}
