import { type Direction, type Summed, sumWayOf, type Unit } from "@upiao/domain";
import type { DataSource } from "typeorm";
import { countedPairs, editionsOfPairs, named } from "./counted-pairs.ts";
import type { CountedBody } from "./find-counted.ts";
import type { EditionCode, Editions } from "./read-editions.ts";

/** By how many bodies an expected result is addressed: an objective names it, or a line of action that serves it. So says a plan's
 *  own coverage too (`coverageOf` of the domain). */
export async function readCoverage(
  database: DataSource,
  bodies: readonly CountedBody[],
  year: number,
  editions: Editions,
): Promise<Map<string, number>> {
  const rows: { code: string; bodies: number }[] = await database.query(
    `WITH ${named("$4")}
     SELECT covers.result AS code, count(DISTINCT f.body_id)::integer AS bodies
       FROM named c JOIN section_figure f ON f.section_id = c.section_id AND f.body_id = c.body_id AND f.year = $3
      CROSS JOIN unnest(f.codes) AS item (code)
       JOIN unnest($5::text[], $6::text[], $7::text[]) AS covers (edition, code, result)
         ON covers.code = item.code AND covers.edition = c.edition
      GROUP BY covers.result`,
    [...countedPairs(bodies), year, editionsOfPairs(bodies, editions), ...columnsOf(editions.covers)],
  );
  return new Map(rows.map(({ code, bodies: count }) => [code, count]));
}

function columnsOf(codes: readonly EditionCode[]): [string[], string[], string[]] {
  return [codes.map(({ edition }) => edition), codes.map(({ code }) => code), codes.map(({ to }) => to)];
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
  editions: Editions,
): Promise<ItemSum[]> {
  const rows: (Omit<ItemSum, "way" | "value"> & { sum: number | null; yeses: number })[] =
    await database.query(
      `WITH ${named("$5")},
     kept AS (
       SELECT f.body_id, c.edition, s.code, s.unit, s.direction, s."of", s.measured, s.sum, s.yeses
         FROM named c JOIN section_figure f ON f.section_id = c.section_id AND f.body_id = c.body_id AND f.year = $3
        CROSS JOIN jsonb_to_recordset(f.sums)
                AS s (code text, unit text, direction text, "of" integer, measured integer, sum float8, yeses integer)),
     by_lead AS (
       SELECT $4::uuid, shared.edition, item.code, i.unit, i.direction, 1, CASE WHEN read.value IS NULL THEN 0 ELSE 1 END,
              read.value, CASE WHEN read.value > 0 THEN 1 ELSE 0 END
         FROM (SELECT section_id, max(edition) AS edition FROM named GROUP BY section_id HAVING NOT bool_or(body_id = $4)) shared
         JOIN section s ON s.id = shared.section_id
         JOIN associated_office ao ON ao.id = s.office_id AND ao.lead_body_id = $4
         JOIN indicator i ON i.section_id = s.id AND i.measured_by = 'LEAD' AND i.removed_at IS NULL
         JOIN objective o ON o.id = i.objective_id AND o.removed_at IS NULL
        CROSS JOIN unnest(o.items) AS item (code)
         LEFT JOIN LATERAL (SELECT m.value FROM measurement m
                             WHERE m.indicator_id = i.id AND m.body_id = $4 AND m.year = $3
                             ORDER BY m.round DESC LIMIT 1) read ON true)
     SELECT coalesce(becomes.code_now, s.code) AS code, s.unit, s.direction, sum(s."of")::integer AS "of", sum(s.measured)::integer AS measured,
            count(DISTINCT s.body_id) FILTER (WHERE s.measured > 0)::integer AS bodies,
            sum(s.sum) AS sum, sum(s.yeses)::integer AS yeses
       FROM (SELECT * FROM kept UNION ALL SELECT * FROM by_lead) s
       LEFT JOIN unnest($6::text[], $7::text[], $8::text[]) AS becomes (edition, code, code_now)
         ON becomes.code = s.code AND becomes.edition = s.edition
      GROUP BY 1, s.unit, s.direction
      ORDER BY 1, s.unit, s.direction`,
      [
        ...[...countedPairs(bodies), year, leadBodyId],
        ...[editionsOfPairs(bodies, editions), ...columnsOf(editions.becomes)],
      ],
    );
  return rows.map(({ sum, yeses, ...row }) => {
    const way = sumWayOf(row.unit);
    const values = { SUM: sum, MEAN: sum === null ? null : sum / row.measured, COUNT_YES: yeses };
    return { ...row, way, value: row.measured === 0 ? null : values[way] };
  });
}
