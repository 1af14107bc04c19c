import { onTrackFrom } from "@upiao/domain";
import type { DataSource } from "typeorm";
import { clippedSql, counted, countedPairs, progressSql, readings } from "./counted-readings.ts";
import type { CountedBody } from "./find-counted.ts";

/** What one body's indicators say of one year. */
export interface BodyFigures {
  readonly bodyId: string;
  readonly year: number;
  readonly indicators: number;
  /** With a value and something to compare it with. */
  readonly measured: number;
  /** Read as «n.d.». */
  readonly notAvailable: number;
  readonly progress: number | null;
  /** Objectives by their state; those of which nothing is known are the rest of all. */
  readonly onTrack: number;
  readonly late: number;
  readonly missed: number;
}

/** The figures of these bodies in these years. One statement, whoever many they are: each indicator becomes a number where it
 *  stands, and what leaves the database is a row for each body and year. */
export async function readFigures(
  database: DataSource,
  bodies: readonly CountedBody[],
  years: readonly number[],
  thisYear: number,
): Promise<BodyFigures[]> {
  return database.query(
    `WITH ${counted}, ${readings},
     judged AS (
       SELECT body_id, objective_id, year, value, is_read,
              ${progressSql("target")} AS progress, ${progressSql("own_target")} AS of_year
         FROM reading),
     objectives AS (
       SELECT body_id, objective_id, year, count(*) AS indicators, count(progress) AS measured,
              count(*) FILTER (WHERE is_read AND value IS NULL) AS not_available,
              sum(${clippedSql("progress")}) AS progress,
              -- As its worst indicator stands: stateOfObjective of the domain.
              max(CASE WHEN of_year >= 1 THEN 1 WHEN of_year IS NOT NULL AND year < $4 THEN 3
                       WHEN of_year >= $5 THEN 1 WHEN of_year IS NOT NULL THEN 2 END) AS standing
         FROM judged GROUP BY body_id, objective_id, year)
     SELECT body_id AS "bodyId", year, sum(indicators)::integer AS indicators, sum(measured)::integer AS measured,
            sum(not_available)::integer AS "notAvailable", sum(progress) / NULLIF(sum(measured)::float8, 0) AS progress,
            count(*) FILTER (WHERE standing = 1)::integer AS "onTrack",
            count(*) FILTER (WHERE standing = 2)::integer AS late,
            count(*) FILTER (WHERE standing = 3)::integer AS missed
       FROM objectives GROUP BY body_id, year`,
    [...countedPairs(bodies), years, thisYear, onTrackFrom],
  );
}

/** How many objectives each body has. */
export async function countObjectives(
  database: DataSource,
  bodies: readonly CountedBody[],
): Promise<Map<string, number>> {
  const rows: { body_id: string; count: number }[] = await database.query(
    `WITH ${counted}
     SELECT c.body_id, count(*)::integer AS count
       FROM counted c JOIN objective o ON o.section_id = c.section_id AND o.removed_at IS NULL GROUP BY c.body_id`,
    countedPairs(bodies),
  );
  return new Map(rows.map(({ body_id, count }) => [body_id, count]));
}
