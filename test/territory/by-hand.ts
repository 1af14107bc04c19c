import type { BenchDatabase } from "./bench-database.ts";

/** The same figures as who knows the database would ask for them, and nothing of who may read what: of each body and year the mean
 *  progress, the objectives by state, the expected results and the sums. */
export async function readByHand(database: BenchDatabase, officeId: string, year: number): Promise<number> {
  const [progress, coverage, sums] = await Promise.all([
    database.query(
      `WITH last AS (
         SELECT DISTINCT ON (m.indicator_id, m.body_id, m.year) m.indicator_id, m.body_id, m.year, m.value
           FROM office_member o JOIN measurement m ON m.body_id = o.body_id
          WHERE o.office_id = $1 AND o.left_at IS NULL AND m.year BETWEEN $2::integer - 2 AND $2
          ORDER BY m.indicator_id, m.body_id, m.year, m.round DESC),
       judged AS (
         SELECT l.body_id, l.year, i.objective_id,
                CASE WHEN l.value IS NULL THEN NULL
                     WHEN i.direction = 'UP' AND l.value >= t.value OR i.direction = 'DOWN' AND l.value <= t.value THEN 1
                     ELSE GREATEST(0, (l.value - i.baseline) / (t.value - i.baseline)) END AS progress
           FROM last l JOIN indicator i ON i.id = l.indicator_id AND i.removed_at IS NULL
           JOIN target t ON t.indicator_id = i.id AND t.year = l.year),
       objectives AS (
         SELECT body_id, year, objective_id, sum(progress) AS progress, count(progress) AS measured, min(progress) AS worst
           FROM judged GROUP BY body_id, year, objective_id)
       SELECT b.name, o.body_id, o.year, sum(o.progress) / NULLIF(sum(o.measured)::float8, 0) AS progress, sum(o.measured) AS measured,
              count(*) FILTER (WHERE worst >= 0.5) AS on_track, count(*) FILTER (WHERE worst < 0.5) AS late
         FROM objectives o JOIN body b ON b.id = o.body_id GROUP BY b.name, o.body_id, o.year`,
      [officeId, year],
    ),
    database.query(
      `SELECT item.code, count(DISTINCT p.body_id) FROM office_member m JOIN plan p ON p.body_id = m.body_id
         JOIN section s ON s.plan_id = p.id JOIN objective o ON o.section_id = s.id AND o.removed_at IS NULL,
              unnest(o.items) AS item (code)
        WHERE m.office_id = $1 AND m.left_at IS NULL GROUP BY item.code`,
      [officeId],
    ),
    database.query(
      `SELECT code, unit, direction, count(*), count(value), sum(value) FROM (
         SELECT DISTINCT ON (m.indicator_id, m.body_id) i.unit, i.direction, i.objective_id, m.value
           FROM office_member o JOIN measurement m ON m.body_id = o.body_id JOIN indicator i ON i.id = m.indicator_id
          WHERE o.office_id = $1 AND o.left_at IS NULL AND m.year = $2
          ORDER BY m.indicator_id, m.body_id, m.round DESC) AS last
         JOIN objective o ON o.id = last.objective_id, unnest(o.items) AS item (code)
        GROUP BY code, unit, direction`,
      [officeId, year],
    ),
  ]);
  return progress.length + coverage.length + sums.length;
}
