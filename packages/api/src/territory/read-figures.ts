import type { DataSource } from "typeorm";
import { counted, countedPairs } from "./counted-pairs.ts";
import type { CountedBody } from "./find-counted.ts";

/** What one body has read in one year. */
export interface BodyFigures {
  readonly bodyId: string;
  readonly year: number;
  readonly objectives: number;
  readonly indicators: number;
  /** Indicators with a value and something to compare it with. */
  readonly measured: number;
  /** Read as «n.d.». */
  readonly notAvailable: number;
  readonly progress: number | null;
  /** Objectives by their worst indicator: at the target, from half of the way on, before. Of the others nothing is known. */
  readonly reached: number;
  readonly halfway: number;
  readonly behind: number;
}

/** The figures of these bodies in these years, as they are kept for each section: a row for each body and year. */
export async function readFigures(
  database: DataSource,
  bodies: readonly CountedBody[],
  years: readonly number[],
): Promise<BodyFigures[]> {
  return database.query(
    `WITH ${counted}
     SELECT f.body_id AS "bodyId", f.year, sum(f.objectives)::integer AS objectives, sum(f.indicators)::integer AS indicators,
            sum(f.measured)::integer AS measured, sum(f.not_available)::integer AS "notAvailable",
            sum(f.progress) / NULLIF(sum(f.measured)::float8, 0) AS progress,
            sum(f.reached)::integer AS reached, sum(f.halfway)::integer AS halfway, sum(f.behind)::integer AS behind
       FROM counted c JOIN section_figure f ON f.section_id = c.section_id AND f.body_id = c.body_id
      WHERE f.year = ANY ($3::integer[])
      GROUP BY f.body_id, f.year`,
    [...countedPairs(bodies), years],
  );
}
