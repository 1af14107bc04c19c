/** In which files a plan can be downloaded, by the ending of their names: what `packages/export` calls the format, and as what it is
 *  sent. The canonical form is JSON and no file of these. */
export const fileFormats = {
  pdf: { format: "pdf", mediaType: "application/pdf" },
  docx: {
    format: "docx",
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
  odt: { format: "odt", mediaType: "application/vnd.oasis.opendocument.text" },
  html: { format: "html", mediaType: "text/html; charset=utf-8" },
  md: { format: "markdown", mediaType: "text/markdown; charset=utf-8" },
} as const;
export type FileEnding = keyof typeof fileFormats;

export function isFileEnding(text: string): text is FileEnding {
  return Object.hasOwn(fileFormats, text);
}
