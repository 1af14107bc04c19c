import { onTrackFrom } from "@upiao/domain";
import type { DataSource } from "typeorm";
import { isOthersSql, measuresSql } from "../measurement/measures-sql.ts";
import { clippedSql, counted, countedPairs, progressSql } from "./counted-pairs.ts";
import type { CountedBody } from "./find-counted.ts";

/** So many sections are summed anew in one statement: a territory has fewer, and a whole country would be at it for too long. */
const mostAtOnce = 2_000;

interface Stale {
  readonly body_id: string;
  readonly section_id: string;
}

/** Brings the kept figures (`section_figure`) of these bodies and years up to what was written and read. Nothing is done where no
 *  mark has moved; who else does it at the same time does no harm. */
export async function keepFigures(
  database: DataSource,
  bodies: readonly CountedBody[],
  years: readonly number[],
): Promise<void> {
  const stale: Stale[] = await database.query(
    `WITH ${counted}, ${marked} SELECT DISTINCT body_id, section_id FROM marked WHERE is_stale ORDER BY section_id, body_id`,
    [...countedPairs(bodies), years],
  );
  for (let start = 0; start < stale.length; start += mostAtOnce) {
    const part = stale.slice(start, start + mostAtOnce);
    const pairs = [part.map(({ body_id }) => body_id), part.map(({ section_id }) => section_id)];
    await database.query(sumAnew, [...pairs, years]);
  }
}

const everybody = "'00000000-0000-0000-0000-000000000000'";

/** Every pair and year ($3) with the marks as they stand. */
const marked = `
  marked AS (
    SELECT c.body_id, c.section_id, y.year,
           COALESCE(own.changes, 0) AS body_changes, COALESCE(text.changes, 0) AS text_changes,
           (f.body_changes, f.text_changes) IS DISTINCT FROM (COALESCE(own.changes, 0), COALESCE(text.changes, 0)) AS is_stale
      FROM counted c
     CROSS JOIN unnest($3::integer[]) AS y (year)
      LEFT JOIN figure_mark own ON own.section_id = c.section_id AND own.body_id = c.body_id
      LEFT JOIN figure_mark text ON text.section_id = c.section_id AND text.body_id = ${everybody}
      LEFT JOIN section_figure f ON f.section_id = c.section_id AND f.body_id = c.body_id AND f.year = y.year)`;

/** Marks and values are read in one statement, and so as they stood at one moment: figures never carry the mark of a change that
 *  they lack. Whoever comes later with an older moment changes nothing. */
const sumAnew = `
  WITH ${counted}, ${marked},
  asked AS (
    SELECT m.body_id, m.section_id, m.year, i.id AS indicator_id, i.objective_id, i.unit, i.direction, i.baseline, o.items,
           own.value AS own_target, COALESCE(own.value, ahead.value) AS target, read.id IS NOT NULL AS is_read, read.value
      FROM marked m
      JOIN indicator i ON i.section_id = m.section_id AND i.removed_at IS NULL AND ${measuresSql("i", "m.body_id")}
      JOIN objective o ON o.id = i.objective_id AND o.removed_at IS NULL
      LEFT JOIN target own ON own.indicator_id = i.id AND own.year = m.year
      -- Only where the year has none of its own.
      LEFT JOIN LATERAL (SELECT t.value FROM target t
                          WHERE own.value IS NULL AND t.indicator_id = i.id AND t.year > m.year
                          ORDER BY t.year LIMIT 1) ahead ON true
      -- The last reading of the year, «n.d.» too.
      LEFT JOIN LATERAL (SELECT r.id, r.value FROM measurement r
                          WHERE r.indicator_id = i.id AND r.body_id = m.body_id AND r.year = m.year
                          ORDER BY r.round DESC LIMIT 1) read ON true
     WHERE m.is_stale),
  judged AS (
    SELECT *, ${progressSql("target")} AS progress, ${progressSql("own_target")} AS of_year FROM asked),
  by_objective AS (
    SELECT body_id, section_id, year, count(*) AS indicators, count(progress) AS measured,
           count(*) FILTER (WHERE is_read AND value IS NULL) AS not_available,
           sum(${clippedSql("progress")}) AS progress, min(of_year) AS worst
      FROM judged GROUP BY body_id, section_id, year, objective_id),
  by_section AS (
    SELECT body_id, section_id, year, sum(indicators) AS indicators, sum(measured) AS measured,
           sum(not_available) AS not_available, sum(progress) AS progress,
           count(*) FILTER (WHERE worst >= 1) AS reached,
           count(*) FILTER (WHERE worst >= ${onTrackFrom} AND worst < 1) AS halfway,
           count(*) FILTER (WHERE worst < ${onTrackFrom}) AS behind
      FROM by_objective GROUP BY body_id, section_id, year),
  by_item AS (
    SELECT body_id, section_id, year, code, unit, direction, count(*) AS "of", count(value) AS measured, sum(value) AS sum,
           count(*) FILTER (WHERE value > 0) AS yeses
      FROM asked CROSS JOIN unnest(items) AS item (code) GROUP BY body_id, section_id, year, code, unit, direction),
  sums AS (
    SELECT body_id, section_id, year, jsonb_agg(to_jsonb(by_item) - '{body_id,section_id,year}'::text[]) AS sums
      FROM by_item GROUP BY body_id, section_id, year)
  INSERT INTO section_figure AS kept
    (section_id, body_id, year, body_changes, text_changes, objectives, indicators, measured, not_available, progress,
     reached, halfway, behind, codes, sums)
  SELECT m.section_id, m.body_id, m.year, m.body_changes, m.text_changes, own.objectives, COALESCE(b.indicators, 0),
         COALESCE(b.measured, 0), COALESCE(b.not_available, 0), COALESCE(b.progress, 0),
         COALESCE(b.reached, 0), COALESCE(b.halfway, 0), COALESCE(b.behind, 0), own.codes, COALESCE(s.sums, '[]')
    FROM marked m
   CROSS JOIN LATERAL (SELECT count(DISTINCT o.id) FILTER (WHERE NOT ${isOthersSql("o", "m.body_id")}) AS objectives,
                              COALESCE(array_agg(DISTINCT code) FILTER (WHERE code IS NOT NULL), '{}') AS codes
                         FROM objective o LEFT JOIN LATERAL unnest(o.items) AS item (code) ON true
                        WHERE o.section_id = m.section_id AND o.removed_at IS NULL) own
    LEFT JOIN by_section b ON b.section_id = m.section_id AND b.body_id = m.body_id AND b.year = m.year
    LEFT JOIN sums s ON s.section_id = m.section_id AND s.body_id = m.body_id AND s.year = m.year
   WHERE m.is_stale
   -- In one order: two that sum the same never wait for each other in a circle.
   ORDER BY m.section_id, m.body_id, m.year
  ON CONFLICT (section_id, body_id, year) DO UPDATE SET
    body_changes = excluded.body_changes, text_changes = excluded.text_changes, objectives = excluded.objectives,
    indicators = excluded.indicators, measured = excluded.measured, not_available = excluded.not_available,
    progress = excluded.progress, reached = excluded.reached, halfway = excluded.halfway, behind = excluded.behind,
    codes = excluded.codes, sums = excluded.sums
   WHERE excluded.body_changes >= kept.body_changes AND excluded.text_changes >= kept.text_changes`;
