import { fileURLToPath } from "node:url";
import type { Press } from "@upiao/export";
import { Piscina } from "piscina";

/** The fonts and the compiler of Typst take some 100 MB: a server at which nobody exports has none of it. */
const idleMs = 60_000;
/** Far more than the longest plan takes: what is not done by then never will be. */
const longestMs = 5 * 60_000;

export interface Exporting extends Press {
  close(): Promise<void>;
}

/** Writes files one after the other in a thread that is started by the first and ends when none has come for a while. A later
 *  build may have replaced its file by then: it is whole too, and what it is given is plain data. */
export function openExporting(): Exporting {
  const filename = fileURLToPath(new URL("./export-worker.js", import.meta.url));
  const threads = new Piscina({ filename, minThreads: 0, maxThreads: 1, idleTimeout: idleMs });
  const run = (name: keyof Press, ...given: readonly unknown[]) =>
    threads.run(given, { name, signal: AbortSignal.timeout(longestMs) });
  return {
    readText: (update) => run("readText", update),
    compare: (before, after) => run("compare", before, after),
    write: (format, printable) => run("write", format, printable),
    close: () => threads.destroy(),
  };
}
