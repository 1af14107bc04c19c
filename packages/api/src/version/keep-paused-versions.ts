import type { Bus } from "@upiao/bus";
import type { Version } from "@upiao/db";
import type { DataSource, EntityManager } from "typeorm";
import { mostPausedAtOnce, pauseMinutes } from "../limits.ts";
import { freezeVersion } from "./freeze-version.ts";
import { tellOfVersion } from "./tell-of-version.ts";

/** Keeps a version of each section in which somebody has written since its last one and nobody writes any more. Answers how
 *  many; to be called every minute. What cannot be kept does not hold up the others, and is thrown at the end. */
export async function keepPausedVersions({
  database,
  bus,
}: {
  database: DataSource;
  bus: Bus;
}): Promise<number> {
  const faults: unknown[] = [];
  let kept = 0;
  for (const sectionId of await findPaused(database)) {
    try {
      const version = await database.transaction((tx) => keepPaused(tx, sectionId));
      if (!version) continue;
      kept++;
      tellOfVersion(bus, version);
    } catch (error) {
      faults.push(error);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, "some versions could not be kept");
  return kept;
}

async function keepPaused(tx: EntityManager, sectionId: string): Promise<Version | null> {
  await tx.query("SELECT FROM section WHERE id = $1 FOR NO KEY UPDATE", [sectionId]);
  // Another node may have kept it meanwhile.
  const isPaused = (await findPaused(tx, sectionId)).length > 0;
  return isPaused ? freezeVersion(tx, { sectionId, kind: "AUTOMATIC", byUserId: null }) : null;
}

/** For each section two steps down an index: the last row of its log, and its last version. Of 96,000 sections, which is the
 *  whole country, 0.4 s. */
async function findPaused(database: DataSource | EntityManager, sectionId?: string): Promise<string[]> {
  const rows: { id: string }[] = await database.query(
    `SELECT section.id FROM section
      CROSS JOIN LATERAL (SELECT seq, at FROM section_update AS u WHERE u.log = section.log ORDER BY seq DESC LIMIT 1) AS last
       LEFT JOIN LATERAL (SELECT seq FROM version AS v WHERE v.section_id = section.id ORDER BY number DESC LIMIT 1) AS kept ON true
      WHERE last.seq > coalesce(kept.seq, 0) AND last.at < now() - $1 * interval '1 minute'
        AND ($2::uuid IS NULL OR section.id = $2)
      LIMIT $3`,
    [pauseMinutes, sectionId ?? null, mostPausedAtOnce],
  );
  return rows.map(({ id }) => id);
}
