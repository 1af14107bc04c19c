import { setImmediate } from "node:timers/promises";
import type { DataSource, EntityManager } from "typeorm";
import { mostProjectedAtOnce } from "../limits.ts";
import { projectSection } from "./project-section.ts";

/** Makes the objectives of these sections say what their texts say now; to be called before they are read. What somebody writes
 *  meanwhile is the next reading's. Throws when a text cannot be read, after all others are done. */
export async function ensureProjected(database: DataSource, sectionIds: readonly string[]): Promise<void> {
  const faults = await projectSections(database, sectionIds);
  if (faults.size > 0) throw new AggregateError([...faults.values()], "some texts could not be read");
}

/** The same within a transaction, which holds up nobody who writes. */
export async function projectStaleWithin(tx: EntityManager, sectionIds: readonly string[]): Promise<void> {
  const stale = await findStale(tx, sectionIds, sectionIds.length);
  // In one order, so that two who do so wait for each other, and never in a circle.
  for (const sectionId of stale.sort()) await projectSection(tx, sectionId);
}

/** The same, with what went wrong by section: one that cannot be read does not take the others with it. */
export async function projectSections(
  database: DataSource,
  sectionIds: readonly string[],
): Promise<Map<string, Error>> {
  const faults = new Map<string, Error>();
  for (const sectionId of await findStale(database, sectionIds, sectionIds.length)) {
    try {
      await database.transaction((tx) => projectSection(tx, sectionId));
    } catch (error) {
      faults.set(sectionId, error instanceof Error ? error : new Error("a text cannot be read"));
    }
    // Others' keystrokes pass through this thread.
    await setImmediate();
  }
  return faults;
}

/** The same for all sections in which somebody has written: to be called every minute, so that what reads the tables without
 *  asking, as sums over a territory do, is at most that old. */
export async function projectStale(database: DataSource): Promise<void> {
  await ensureProjected(database, await findStale(database, null, mostProjectedAtOnce));
}

/** Which of these sections have a text that has grown since their objectives were read from it. For each two steps down an
 *  index; null: of all sections. */
async function findStale(
  database: DataSource | EntityManager,
  sectionIds: readonly string[] | null,
  most: number,
): Promise<string[]> {
  const rows: { id: string }[] = await database.query(
    `SELECT section.id FROM section
      CROSS JOIN LATERAL (SELECT greatest(
               (SELECT seq FROM section_update AS u WHERE u.log = section.log ORDER BY seq DESC LIMIT 1),
               (SELECT seq FROM section_snapshot AS base WHERE base.log = section.log)) AS seq) AS now
       LEFT JOIN section_projection AS read ON read.section_id = section.id
      WHERE ${sectionIds ? "section.id = ANY ($1::uuid[])" : "$1::uuid[] IS NULL"} AND now.seq > coalesce(read.seq, 0)
      LIMIT $2`,
    [sectionIds, most],
  );
  return rows.map(({ id }) => id);
}
