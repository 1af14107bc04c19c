import { cellsOfTable } from "./cells-of-table.ts";
import type { SheetToRead } from "./read-in-worker.ts";
import { readTable } from "./read-table.ts";
import { BadSheet } from "./sheet-fault.ts";

/** A file is read here, away from the page: what takes too long is stopped by ending this worker, and what goes wrong with a
 *  hostile one goes wrong here. No file reaches the server. */
self.addEventListener("message", async (event: MessageEvent<SheetToRead>) => {
  const { file, year, units } = event.data;
  try {
    self.postMessage({ read: cellsOfTable(await readTable(file), year, units) });
  } catch (error) {
    const { code, details } = error instanceof BadSheet ? error : new BadSheet("NOT_A_SHEET");
    self.postMessage({ fault: { code, details } });
  }
});
