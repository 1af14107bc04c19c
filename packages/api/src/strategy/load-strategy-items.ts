import { StrategyItem } from "@upiao/db";
import type { DataSource } from "typeorm";
import { loadLists } from "../load-lists.ts";

/** An item's place among all editions, as a key of a loader. Neither holds a line break. */
export function itemKey(edition: string, code: string): string {
  return `${edition}\n${code}`;
}

/** The items under these, in the order of the text. */
export function loadStrategyChildren(database: DataSource) {
  return loadLists<StrategyItem>(
    (keys) => itemsBy(database, "parent", keys),
    ({ edition, parent }) => itemKey(edition, parent!),
  );
}

/** Items by edition and code: a list of one, or of none. */
export function loadStrategyByCode(database: DataSource) {
  return loadLists<StrategyItem>(
    (keys) => itemsBy(database, "code", keys),
    ({ edition, code }) => itemKey(edition, code),
  );
}

/** All items of an edition, in the order of its text. */
export function loadStrategyItems(database: DataSource) {
  return loadLists<StrategyItem>(
    (editions) =>
      database
        .getRepository(StrategyItem)
        .createQueryBuilder("item")
        .where("item.edition = ANY (:editions)", { editions })
        .orderBy("item.place")
        .getMany(),
    ({ edition }) => edition,
  );
}

function itemsBy(
  database: DataSource,
  column: "parent" | "code",
  keys: readonly string[],
): Promise<StrategyItem[]> {
  const pairs = keys.map((key) => key.split("\n"));
  return database
    .getRepository(StrategyItem)
    .createQueryBuilder("item")
    .where(`(item.edition, item.${column}) IN (SELECT * FROM unnest(:editions::text[], :codes::text[]))`, {
      editions: pairs.map(([edition]) => edition),
      codes: pairs.map(([, code]) => code),
    })
    .orderBy("item.place")
    .getMany();
}
