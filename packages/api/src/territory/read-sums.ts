import { type Direction, type Summed, sumWayOf, type Unit } from "@upiao/domain";
import type { DataSource } from "typeorm";
import { counted, countedPairs, readings } from "./counted-readings.ts";
import type { CountedBody } from "./find-counted.ts";

/** By how many bodies an item of the catalogue is addressed. */
export async function readCoverage(
  database: DataSource,
  bodies: readonly CountedBody[],
): Promise<Map<string, number>> {
  const rows: { code: string; bodies: number }[] = await database.query(
    `WITH ${counted}
     SELECT code, count(DISTINCT c.body_id)::integer AS bodies
       FROM counted c JOIN objective o ON o.section_id = c.section_id AND o.removed_at IS NULL
      CROSS JOIN unnest(o.items) AS i (code)
      GROUP BY code`,
    countedPairs(bodies),
  );
  return new Map(rows.map(({ code, bodies: count }) => [code, count]));
}

/** What is measured of one item of the catalogue in one unit. */
export interface ItemSum extends Summed {
  readonly code: string;
  readonly unit: Unit;
  readonly direction: Direction;
  /** By how many bodies. */
  readonly bodies: number;
}

/** The values of a year summed over bodies by item and unit, in the ways of the domain (`sumOver`). */
export async function readSums(
  database: DataSource,
  bodies: readonly CountedBody[],
  year: number,
): Promise<ItemSum[]> {
  const rows: (Omit<ItemSum, "way" | "value"> & { sum: number | null; yeses: number })[] =
    await database.query(
      `WITH ${counted}, ${readings},
     asked AS (
       SELECT o.items, i.unit, i.direction, count(*) AS "of"
         FROM counted c JOIN indicator i ON i.section_id = c.section_id AND i.removed_at IS NULL
         JOIN objective o ON o.id = i.objective_id
        GROUP BY o.items, i.unit, i.direction),
     answered AS (
       SELECT o.items, r.unit, r.direction, r.body_id, count(r.value) AS measured, sum(r.value) AS sum,
              count(*) FILTER (WHERE r.value > 0) AS yeses
         FROM reading r JOIN objective o ON o.id = r.objective_id
        WHERE r.value IS NOT NULL
        GROUP BY o.items, r.unit, r.direction, r.body_id),
     both_of AS (
       SELECT items, unit, direction, "of", NULL::uuid AS body_id, 0 AS measured, NULL::float8 AS sum, 0 AS yeses FROM asked
        UNION ALL
       SELECT items, unit, direction, 0, body_id, measured, sum, yeses FROM answered)
     SELECT code, unit, direction, sum("of")::integer AS "of", sum(measured)::integer AS measured,
            count(DISTINCT body_id)::integer AS bodies, sum(sum) AS sum, sum(yeses)::integer AS yeses
       FROM both_of CROSS JOIN unnest(items) AS item (code)
      GROUP BY code, unit, direction
      ORDER BY code, unit, direction`,
      [...countedPairs(bodies), [year]],
    );
  return rows.map(({ sum, yeses, ...row }) => {
    const way = sumWayOf(row.unit);
    const values = { SUM: sum, MEAN: sum === null ? null : sum / row.measured, COUNT_YES: yeses };
    return { ...row, way, value: row.measured === 0 ? null : values[way] };
  });
}
