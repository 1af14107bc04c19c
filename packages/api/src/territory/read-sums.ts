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
      `WITH ${counted}, ${readings}
     SELECT code, i.unit, i.direction, count(*)::integer AS "of", count(r.value)::integer AS measured,
            count(DISTINCT r.body_id) FILTER (WHERE r.value IS NOT NULL)::integer AS bodies,
            sum(r.value) AS sum, count(*) FILTER (WHERE r.value > 0)::integer AS yeses
       FROM reading r JOIN indicator i ON i.id = r.indicator_id
       JOIN objective o ON o.id = r.objective_id
      CROSS JOIN unnest(o.items) AS item (code)
      GROUP BY code, i.unit, i.direction
      ORDER BY code, i.unit, i.direction`,
      [...countedPairs(bodies), [year]],
    );
  return rows.map(({ sum, yeses, ...row }) => {
    const way = sumWayOf(row.unit);
    const values = { SUM: sum, MEAN: sum === null ? null : sum / row.measured, COUNT_YES: yeses };
    return { ...row, way, value: row.measured === 0 ? null : values[way] };
  });
}
