import type { Unit } from "@upiao/domain";
import { askWorker } from "../../../files/ask-worker.ts";
import type { ReadSheet } from "./cells-of-table.ts";
import { mostFileBytes, readingMs } from "./limits.ts";
import { BadSheet, type SheetFault } from "./sheet-fault.ts";

/** What the worker is given. */
export interface SheetToRead {
  readonly file: ArrayBuffer;
  readonly year: number;
  readonly units: ReadonlyMap<string, Unit>;
}

type Answer = { readonly read: ReadSheet } | { readonly fault: SheetFault };

/** Reads a file that somebody has chosen. Throws a `BadSheet`. */
export async function readInWorker(
  file: File,
  year: number,
  units: ReadonlyMap<string, Unit>,
): Promise<ReadSheet> {
  // Half a gigabyte is not even read.
  if (file.size > mostFileBytes) throw new BadSheet("TOO_LARGE", { most: mostFileBytes / 1024 / 1024 });
  const sheet: SheetToRead = { file: await file.arrayBuffer(), year, units };
  const worker = new Worker(new URL("./sheet-worker.ts", import.meta.url), { type: "module" });
  const answer = await askWorker<Answer>(worker, { ...sheet }, readingMs);
  if (answer === "TOO_SLOW") throw new BadSheet("TOO_SLOW");
  if (answer === "BROKEN") throw new BadSheet("NOT_A_SHEET");
  if ("fault" in answer) throw new BadSheet(answer.fault.code, answer.fault.details);
  return answer.read;
}
