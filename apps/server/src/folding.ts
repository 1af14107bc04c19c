import { fileURLToPath } from "node:url";
import { Piscina } from "piscina";

export interface Folding {
  fold(updates: readonly Uint8Array[]): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Updates as they go to the thread: thousands of them one by one would take longer to copy than to fold. */
export interface Joined {
  readonly bytes: Uint8Array;
  readonly lengths: readonly number[];
}

/** Folds texts one after the other in a thread that is started now: a later build may have replaced its file. */
export function openFolding(): Folding {
  const filename = fileURLToPath(new URL("./fold-worker.js", import.meta.url));
  const threads = new Piscina({ filename, minThreads: 1, maxThreads: 1 });
  return {
    fold: (updates) => threads.run(joined(updates)),
    close: () => threads.destroy(),
  };
}

function joined(updates: readonly Uint8Array[]): Joined {
  return { bytes: Buffer.concat(updates), lengths: updates.map(({ length }) => length) };
}
