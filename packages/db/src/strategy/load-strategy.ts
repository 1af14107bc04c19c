import { createHash } from "node:crypto";
import { type StrategyEditionRecord, type StrategyItemRecord, searchName } from "@upiao/domain";
import type { DataSource, EntityManager } from "typeorm";

/** Writes the editions of the Piano triennale into the database, each in one transaction, and answers how many were new or
 *  had changed. An edition that the catalogue has no more stays, since plans are written against it. Plans that were there
 *  before any edition are given the newest. */
export async function loadStrategy(
  database: DataSource,
  editions: readonly StrategyEditionRecord[],
): Promise<number> {
  const known = await fingerprints(database);
  const changed = editions.filter((edition) => known.get(edition.code) !== fingerprintOf(edition));
  if (changed.length === 0) return 0;
  // One after the other in the order of their codes, so that two nodes that start at once never deadlock.
  for (const edition of changed) await database.transaction((tx) => writeEdition(tx, edition));
  await database.query(
    "UPDATE plan SET strategy_edition = newest_strategy_edition() WHERE strategy_edition IS NULL",
  );
  return changed.length;
}

async function fingerprints(database: DataSource): Promise<Map<string, string>> {
  const rows: { code: string; fingerprint: string }[] = await database.query(
    "SELECT code, fingerprint FROM strategy_edition",
  );
  return new Map(rows.map(({ code, fingerprint }) => [code, fingerprint]));
}

function fingerprintOf(edition: StrategyEditionRecord): string {
  return createHash("sha256").update(JSON.stringify(edition)).digest("hex");
}

async function writeEdition(tx: EntityManager, record: StrategyEditionRecord): Promise<void> {
  const { code, title, edition, licence, note, items } = record;
  await tx.query(
    `INSERT INTO strategy_edition (code, title, edition, licence, note, fingerprint) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (code) DO UPDATE SET (title, edition, licence, note, fingerprint) = ($2, $3, $4, $5, $6)`,
    [code, title, edition, licence, note, fingerprintOf(record)],
  );
  // Plans name items by their codes, so those that are written anew are the same to them.
  await tx.query("DELETE FROM strategy_item WHERE edition = $1", [code]);
  const rows = items.map((item, index) => rowOf(code, item, index + 1));
  await tx.query(
    `INSERT INTO strategy_item (${columns.join(", ")})
     SELECT ${columns.join(", ")} FROM json_populate_recordset(NULL::strategy_item, $1)`,
    [JSON.stringify(rows)],
  );
}

const columns = [
  ...["edition", "code", "kind", "parent", "place", "title", "details", "due_on", "starts_on", "binds"],
  ...["verified", "source", "search_text"],
];

function rowOf(edition: string, item: StrategyItemRecord, place: number): Record<string, unknown> {
  const { code, kind, parent, title, details, dueOn, startsOn, binds, verified, source } = item;
  const words = [code, details.label, title, ...Object.values(details.targets ?? {}), details.when];
  return {
    ...{ edition, code, kind, parent, place, title, details, binds, verified, source },
    due_on: dueOn,
    starts_on: startsOn,
    search_text: searchName(words.filter(Boolean).join(" ")),
  };
}
