/** In which files a plan can be downloaded, and as what they are sent. */
export const fileFormats = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  odt: "application/vnd.oasis.opendocument.text",
  html: "text/html; charset=utf-8",
  md: "text/markdown; charset=utf-8",
} as const;
export type FileFormat = keyof typeof fileFormats;

export function isFileFormat(text: string): text is FileFormat {
  return Object.hasOwn(fileFormats, text);
}
