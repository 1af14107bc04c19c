import type { ExpectedResult } from "@upiao/catalog";
import { type Direction, type Summed, sumWayOf, type Unit } from "@upiao/domain";
import type { DataSource } from "typeorm";
import { counted, countedPairs } from "./counted-pairs.ts";
import type { CountedBody } from "./find-counted.ts";

/** By how many bodies an expected result is addressed: an objective names it, or a line of action that serves it. So says a plan's
 *  own coverage too (`coverageOf` of the domain). */
export async function readCoverage(
  database: DataSource,
  bodies: readonly CountedBody[],
  year: number,
  results: readonly Pick<ExpectedResult, "code" | "lines">[],
): Promise<Map<string, number>> {
  const named = results.flatMap(({ code, lines }) => [code, ...lines].map((one) => [one, code] as const));
  const rows: { code: string; bodies: number }[] = await database.query(
    `WITH ${counted}
     SELECT means.result AS code, count(DISTINCT f.body_id)::integer AS bodies
       FROM counted c JOIN section_figure f ON f.section_id = c.section_id AND f.body_id = c.body_id AND f.year = $3
      CROSS JOIN unnest(f.codes) AS item (code)
       JOIN unnest($4::text[], $5::text[]) AS means (code, result) ON means.code = item.code
      GROUP BY means.result`,
    [...countedPairs(bodies), year, named.map(([code]) => code), named.map(([, result]) => result)],
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
      `WITH ${counted}
     SELECT s.code, s.unit, s.direction, sum(s."of")::integer AS "of", sum(s.measured)::integer AS measured,
            count(DISTINCT f.body_id) FILTER (WHERE s.measured > 0)::integer AS bodies,
            sum(s.sum) AS sum, sum(s.yeses)::integer AS yeses
       FROM counted c JOIN section_figure f ON f.section_id = c.section_id AND f.body_id = c.body_id AND f.year = $3
      CROSS JOIN jsonb_to_recordset(f.sums)
              AS s (code text, unit text, direction text, "of" integer, measured integer, sum float8, yeses integer)
      GROUP BY s.code, s.unit, s.direction
      ORDER BY s.code, s.unit, s.direction`,
      [...countedPairs(bodies), year],
    );
  return rows.map(({ sum, yeses, ...row }) => {
    const way = sumWayOf(row.unit);
    const values = { SUM: sum, MEAN: sum === null ? null : sum / row.measured, COUNT_YES: yeses };
    return { ...row, way, value: row.measured === 0 ? null : values[way] };
  });
}
