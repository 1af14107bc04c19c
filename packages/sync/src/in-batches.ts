import { setTimeout } from "node:timers/promises";
import DataLoader from "dataloader";
import { gatherQuestionsMs } from "./limits.ts";

/** Asks for many at once: while one statement is under way, and for a moment after one that many had waited for, the
 *  questions that come are gathered for the next. After a restart a whole Province comes back in a second. Each is
 *  answered by a statement that began after it was put. */
export function inBatches<Value>(
  find: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): (key: string) => Promise<Value | null> {
  let last: Promise<unknown> = Promise.resolve();
  const loader = new DataLoader<string, Value | null>(
    async (keys) => {
      const found = find([...new Set(keys)]);
      const pauseMs = keys.length > 1 ? gatherQuestionsMs : 0;
      last = found.catch(() => {}).then(() => setTimeout(pauseMs));
      const values = await found;
      return keys.map((key) => values.get(key) ?? null);
    },
    { cache: false, maxBatchSize: 1_000, batchScheduleFn: (ask) => void last.then(() => setImmediate(ask)) },
  );
  return (key) => loader.load(key);
}
