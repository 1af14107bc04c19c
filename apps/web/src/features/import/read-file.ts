import type { JSONContent } from "@tiptap/core";
import { blocksOfMarkdownFile, countOtherNumbers } from "@upiao/document";
import { askWorker } from "../../files/ask-worker.ts";
import { isZip } from "../../files/bounded-zip.ts";
import { decodeText } from "../../files/decode-text.ts";
import { BadFile, type FileFaultCode } from "./bad-file.ts";
import { blocksOfHtml, placeNotes } from "./blocks-of-html.ts";
import { mostFileBytes, mostTextBytes, readingMs } from "./limits.ts";
import type { NotKept } from "./not-kept.ts";
import type { ReadDocx } from "./read-docx.ts";

export interface ReadFile {
  readonly blocks: readonly JSONContent[];
  readonly notKept: NotKept;
}

type Answer =
  | { readonly read: ReadDocx }
  | { readonly fault: { readonly code: FileFaultCode; readonly most: number } };

const megabyte = 1024 * 1024;

/** The blocks of a file that somebody has chosen. What it is says its content, and not its name alone. Throws a `BadFile`. */
export async function readFile(file: File): Promise<ReadFile> {
  // A third of a gigabyte is not even read.
  if (file.size > mostFileBytes) throw new BadFile("TOO_LARGE", mostFileBytes / megabyte);
  const buffer = await file.arrayBuffer();
  const bytes = new Uint8Array(buffer);
  const extension = /\.([a-z]+)$/i.exec(file.name)?.[1]?.toLowerCase() ?? "";
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new BadFile("OLD_WORD");
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) throw new BadFile("PDF");
  const isWord = isZip(bytes);
  const namesWord = ["docx", "docm", "dotx", "dotm"].includes(extension);
  if (isWord ? ["html", "htm", "md", "markdown", "txt"].includes(extension) : namesWord) {
    throw new BadFile("WRONG_NAME");
  }
  const read = isWord ? await readWord(buffer) : readText(bytes, extension);
  if (read.blocks.length === 0) throw new BadFile("EMPTY");
  return read;
}

async function readWord(file: ArrayBuffer): Promise<ReadFile> {
  const worker = new Worker(new URL("./docx-worker.ts", import.meta.url), { type: "module" });
  const answer = await askWorker<Answer>(worker, { file }, readingMs);
  if (answer === "TOO_SLOW" || answer === "BROKEN") throw new BadFile(answer);
  if ("fault" in answer) throw new BadFile(answer.fault.code, answer.fault.most);
  const { blocks, notKept } = blocksOfHtml(placeNotes(answer.read.html));
  // Of a document the worker has counted what it left out itself.
  const { links = 0, cells = 0 } = notKept;
  return { blocks, notKept: { ...answer.read.notKept, links, cells } };
}

function readText(bytes: Uint8Array, extension: string): ReadFile {
  if (bytes.length > mostTextBytes) throw new BadFile("TOO_LARGE", mostTextBytes / megabyte);
  const text = decodeText(bytes).replace(/^\ufeff/, "");
  if (text.includes("\u0000")) throw new BadFile("NOT_A_DOCUMENT");
  const isHtml = ["html", "htm"].includes(extension) || /^\s*<(!doctype|html|\?xml)/i.test(text);
  if (isHtml) return blocksOfHtml(text);
  if (!["md", "markdown", "txt"].includes(extension)) throw new BadFile("NOT_A_DOCUMENT");
  const images = text.match(/!\[[^\]\n]*\]\(/g)?.length ?? 0;
  return { blocks: blocksOfMarkdownFile(text), notKept: { images, numbers: countOtherNumbers(text) } };
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, place) => bytes[place] === byte);
}
