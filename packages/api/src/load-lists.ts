import DataLoader from "dataloader";

/** A list for each key, by one statement for all keys. */
export function loadLists<Row>(
  read: (keys: readonly string[]) => Promise<readonly Row[]>,
  keyOf: (row: Row) => string,
): DataLoader<string, Row[]> {
  return new DataLoader(async (keys) => {
    const lists = new Map<string, Row[]>(keys.map((key) => [key, []]));
    for (const row of await read(keys)) lists.get(keyOf(row))?.push(row);
    return keys.map((key) => lists.get(key)!);
  });
}
