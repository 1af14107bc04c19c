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
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const answer = await new Promise<Answer>((resolve, reject) => {
      timer = setTimeout(() => reject(new BadSheet("TOO_SLOW")), readingMs);
      worker.onmessage = (event: MessageEvent<Answer>) => resolve(event.data);
      worker.onerror = () => reject(new BadSheet("NOT_A_SHEET"));
      worker.postMessage({ file: bytes, year }, [bytes]);
    });
    if ("fault" in answer) throw new BadSheet(answer.fault.code, answer.fault.details);
    return answer.read;
  } finally {
    clearTimeout(timer);
    worker.terminate();
  }
}
