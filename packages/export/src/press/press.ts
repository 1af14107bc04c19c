import type { Difference, TextJson } from "@upiao/document";
import type { FormatName } from "../formats/index.ts";
import type { PrintableDocument } from "../printable.ts";

export interface WrittenFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** What of a file takes the processor: done where nobody waits. */
export interface Press {
  /** The text that this update holds. */
  readText(update: Uint8Array): Promise<TextJson>;
  compare(before: Uint8Array, after: Uint8Array): Promise<Difference>;
  write(format: FormatName, printable: PrintableDocument): Promise<WrittenFile>;
}
