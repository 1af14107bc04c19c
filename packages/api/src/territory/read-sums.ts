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

/** The values of a year summed over bodies by item and unit, in the ways of the domain (`sumOver`). What of a text that they share
 *  only the lead body measures is theirs once, though that body is none of them. */
export async function readSums(
  database: DataSource,
  bodies: readonly CountedBody[],
  leadBodyId: string,
  year: number,
): Promise<ItemSum[]> {
  const rows: (Omit<ItemSum, "way" | "value"> & { sum: number | null; yeses: number })[] =
    await database.query(
      `WITH ${counted},
     kept AS (
       SELECT f.body_id, s.code, s.unit, s.direction, s."of", s.measured, s.sum, s.yeses
         FROM counted c JOIN section_figure f ON f.section_id = c.section_id AND f.body_id = c.body_id AND f.year = $3
        CROSS JOIN jsonb_to_recordset(f.sums)
                AS s (code text, unit text, direction text, "of" integer, measured integer, sum float8, yeses integer)),
     by_lead AS (
       SELECT $4::uuid, item.code, i.unit, i.direction, 1, CASE WHEN read.value IS NULL THEN 0 ELSE 1 END,
              read.value, CASE WHEN read.value > 0 THEN 1 ELSE 0 END
         FROM section s JOIN associated_office ao ON ao.id = s.office_id AND ao.lead_body_id = $4
         JOIN indicator i ON i.section_id = s.id AND i.measured_by = 'LEAD' AND i.removed_at IS NULL
         JOIN objective o ON o.id = i.objective_id AND o.removed_at IS NULL
        CROSS JOIN unnest(o.items) AS item (code)
         LEFT JOIN LATERAL (SELECT m.value FROM measurement m
                             WHERE m.indicator_id = i.id AND m.body_id = $4 AND m.year = $3
                             ORDER BY m.round DESC LIMIT 1) read ON true
        WHERE s.id IN (SELECT section_id FROM counted WHERE body_id <> $4)
          AND s.id NOT IN (SELECT section_id FROM counted WHERE body_id = $4))
     SELECT s.code, s.unit, s.direction, sum(s."of")::integer AS "of", sum(s.measured)::integer AS measured,
            count(DISTINCT s.body_id) FILTER (WHERE s.measured > 0)::integer AS bodies,
            sum(s.sum) AS sum, sum(s.yeses)::integer AS yeses
       FROM (SELECT * FROM kept UNION ALL SELECT * FROM by_lead) s
      GROUP BY s.code, s.unit, s.direction
      ORDER BY s.code, s.unit, s.direction`,
      [...countedPairs(bodies), year, leadBodyId],
    );
  return rows.map(({ sum, yeses, ...row }) => {
    const way = sumWayOf(row.unit);
    const values = { SUM: sum, MEAN: sum === null ? null : sum / row.measured, COUNT_YES: yeses };
    return { ...row, way, value: row.measured === 0 ? null : values[way] };
  });
}
