import { askWorker } from "../../../files/ask-worker.ts";
import type { ReadSheet } from "./cells-of-table.ts";
import { mostFileBytes, readingMs } from "./limits.ts";
import { BadSheet, type SheetFault } from "./sheet-fault.ts";

type Answer = { readonly read: ReadSheet } | { readonly fault: SheetFault };

/** Reads a file that somebody has chosen. Throws a `BadSheet`. */
export async function readInWorker(file: File, year: number): Promise<ReadSheet> {
  // Half a gigabyte is not even read.
  if (file.size > mostFileBytes) throw new BadSheet("TOO_LARGE", { most: mostFileBytes / 1024 / 1024 });
  const bytes = await file.arrayBuffer();
  const worker = new Worker(new URL("./sheet-worker.ts", import.meta.url), { type: "module" });
  const answer = await askWorker<Answer>(worker, { file: bytes, year }, readingMs);
  if (answer === "TOO_SLOW") throw new BadSheet("TOO_SLOW");
  if (answer === "BROKEN") throw new BadSheet("NOT_A_SHEET");
  if ("fault" in answer) throw new BadSheet(answer.fault.code, answer.fault.details);
  return answer.read;
}
