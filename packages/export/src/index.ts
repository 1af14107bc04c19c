export { type Format, type FormatName, formatNames } from "./formats/index.ts";
export type { PrintBlock } from "./print/print-block.ts";
export type { PrintableContent, PrintableDocument, PrintablePart, PrintableText } from "./printable.ts";
