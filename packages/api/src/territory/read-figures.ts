import { onTrackFrom } from "@upiao/domain";
import type { DataSource } from "typeorm";
import { clippedSql, counted, countedPairs, progressSql, readings } from "./counted-readings.ts";
import type { CountedBody } from "./find-counted.ts";

/** What one body has read in one year. */
export interface BodyFigures {
  readonly bodyId: string;
  readonly year: number;
  /** Indicators with a value and something to compare it with. */
  readonly measured: number;
  /** Read as «n.d.». */
  readonly notAvailable: number;
  readonly progress: number | null;
  /** Objectives by their state; those of which nothing is known are the rest of all. */
  readonly onTrack: number;
  readonly late: number;
  readonly missed: number;
}

/** What these bodies have read in these years. One statement, however many they are: each reading becomes a number where it
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
       SELECT body_id, objective_id, year, value,
              ${progressSql("target")} AS progress, ${progressSql("own_target")} AS of_year
         FROM reading),
     objectives AS (
       SELECT body_id, objective_id, year, count(progress) AS measured, count(*) FILTER (WHERE value IS NULL) AS not_available,
              sum(${clippedSql("progress")}) AS progress,
              -- As its worst indicator stands: stateOfObjective of the domain.
              max(CASE WHEN of_year >= 1 THEN 1 WHEN of_year IS NOT NULL AND year < $4 THEN 3
                       WHEN of_year >= $5 THEN 1 WHEN of_year IS NOT NULL THEN 2 END) AS standing
         FROM judged GROUP BY body_id, objective_id, year)
     SELECT body_id AS "bodyId", year, sum(measured)::integer AS measured,
            sum(not_available)::integer AS "notAvailable", sum(progress) / NULLIF(sum(measured)::float8, 0) AS progress,
            count(*) FILTER (WHERE standing = 1)::integer AS "onTrack",
            count(*) FILTER (WHERE standing = 2)::integer AS late,
            count(*) FILTER (WHERE standing = 3)::integer AS missed
       FROM objectives GROUP BY body_id, year`,
    [...countedPairs(bodies), years, thisYear, onTrackFrom],
  );
}

/** How much of each body's plan there is to measure. */
export interface PlanSize {
  readonly objectives: number;
  readonly indicators: number;
}

export async function readSizes(
  database: DataSource,
  bodies: readonly CountedBody[],
): Promise<Map<string, PlanSize>> {
  const rows: (PlanSize & { body_id: string })[] = await database.query(
    `WITH ${counted}
     SELECT c.body_id, sum(o.count)::integer AS objectives, sum(i.count)::integer AS indicators
       FROM counted c
      CROSS JOIN LATERAL (SELECT count(*) FROM objective WHERE section_id = c.section_id AND removed_at IS NULL) o
      CROSS JOIN LATERAL (SELECT count(*) FROM indicator WHERE section_id = c.section_id AND removed_at IS NULL) i
      GROUP BY c.body_id`,
    countedPairs(bodies),
  );
  return new Map(rows.map(({ body_id, ...size }) => [body_id, size]));
}
