import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A PDF as a program reads it that has no part in how it was made. */
export async function readPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  // It keeps what it is given, and warns of what it would need to draw.
  return getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 }).promise;
}

export async function wordsOfPage(pdf: PDFDocumentProxy, number: number): Promise<string> {
  const { items } = await (await pdf.getPage(number)).getTextContent();
  return items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? "\n" : ""}` : "")).join("");
}

export async function wordsOf(pdf: PDFDocumentProxy): Promise<string> {
  const pages = Array.from({ length: pdf.numPages }, (_, index) => wordsOfPage(pdf, index + 1));
  return (await Promise.all(pages)).join("\n");
}

/** The tags of a page as an outline: «Table(THead(TR(TH TH)))». */
export async function tagsOfPage(pdf: PDFDocumentProxy, number: number): Promise<string> {
  return outline(await (await pdf.getPage(number)).getStructTree());
}

type Tag = Awaited<ReturnType<PDFPageProxy["getStructTree"]>>;

function outline({ role, children }: Tag): string {
  const inside = children
    .map((child) => ("role" in child ? outline(child) : ""))
    .filter(Boolean)
    .join(" ");
  return inside === "" ? role : `${role}(${inside})`;
}
