import type { Difference, TextJson } from "@upiao/document";
import type { PrintBlock } from "./print/print-block.ts";

/** What can be exported: a section, a plan, a version, a comparison, a record of comments. */
export interface PrintableDocument {
  /** «Piano integrato di attività e organizzazione 2026-2028» */
  readonly title: string;
  /** The body's name. */
  readonly subtitle: string | null;
  readonly language: "it";
  /** Of its triennium: what is expected is called by its year. Without, the years are the first, the second and the third. */
  readonly firstYear?: number;
  /** The day of what is printed, as `2026-01-31` or longer: the same document gives the same bytes whenever it is printed. */
  readonly date: string;
  /** Act, date, amendment, hash …; empty: no cover and no contents, as for a single section. */
  readonly cover: readonly { readonly label: string; readonly value: string }[];
  readonly parts: readonly PrintablePart[];
}

/** A part of the plan, in the order of its outline. */
export interface PrintablePart {
  /** «2.1» */
  readonly number: string | null;
  readonly title: string;
  readonly depth: 0 | 1;
  /** By which references in the texts of this document name it; absent: by none. */
  readonly codes?: readonly string[];
  readonly texts: readonly PrintableText[];
}

export interface PrintableText {
  /** Null when it would repeat the part's. */
  readonly title: string | null;
  readonly content: PrintableContent;
}

/** A section's text, of which what is only proposed is not printed; what `compareTexts` found, with its changes marked; or
 *  blocks that somebody else has put together. */
export type PrintableContent = TextJson | Difference | readonly PrintBlock[];
