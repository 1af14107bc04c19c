import { strFromU8, unzipSync } from "fflate";
import { type FormatName, formats } from "../formats/index.ts";
import type { PrintableDocument } from "../printable.ts";

export async function written(format: FormatName, printable: PrintableDocument): Promise<string> {
  return strFromU8(await formats[format].write(printable));
}

/** A file in an archive. */
export async function packed(
  format: "docx" | "odt",
  printable: PrintableDocument,
  name: string,
): Promise<string> {
  return strFromU8(unzipSync(await formats[format].write(printable))[name]!);
}
