/** What a person may ask for as a file. */
export const exportKinds = ["SECTION", "VERSION", "COMPARISON", "COMMENTS", "PLAN"] as const;
export type ExportKind = (typeof exportKinds)[number];

/** In which they may have it, the usual first; also those in which a published plan can be downloaded. */
export const exportFormats = ["PDF", "DOCX", "ODT", "HTML", "MARKDOWN"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** How the names of such files end; a published file is found by it, too. */
export const fileExtensions = {
  PDF: "pdf",
  DOCX: "docx",
  ODT: "odt",
  HTML: "html",
  MARKDOWN: "md",
} as const satisfies Record<ExportFormat, string>;

export const exportStates = ["QUEUED", "RUNNING", "DONE", "FAILED"] as const;
export type ExportState = (typeof exportStates)[number];

/** Why there is no file: what was asked for may not, or no longer, be read; or it could not be written. */
export const exportFailures = ["NOT_READABLE", "NOT_WRITTEN"] as const;
export type ExportFailure = (typeof exportFailures)[number];

/** The page on which somebody finds the files that they asked for. */
export const myExportsPath = "/miei-file";

/** Where its person finds the file. */
export function exportPath(id: string): string {
  return `/esportazioni/${id}`;
}
