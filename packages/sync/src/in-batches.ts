import DataLoader from "dataloader";

/** Asks for many at once: while one statement is under way, the questions that come are gathered for the next. After a
 *  restart a whole country comes back in a few seconds. Each is answered by a statement that began after it was put. */
export function inBatches<Value>(
  find: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): (key: string) => Promise<Value | null> {
  let last: Promise<unknown> = Promise.resolve();
  const loader = new DataLoader<string, Value | null>(
    (keys) => {
      const found = find([...new Set(keys)]);
      last = found.catch(() => {});
      return found.then((values) => keys.map((key) => values.get(key) ?? null));
    },
    {
      cache: false,
      maxBatchSize: 1_000,
      batchScheduleFn: (ask) => void last.then(() => setImmediate(ask)),
    },
  );
  return (key) => loader.load(key);
}
