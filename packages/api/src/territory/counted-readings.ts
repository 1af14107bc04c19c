import type { CountedBody } from "./find-counted.ts";

/** The bodies and sections that count, as parameters $1 and $2 of the statements below. */
export function countedPairs(bodies: readonly CountedBody[]): [bodyIds: string[], sectionIds: string[]] {
  const pairs = bodies.flatMap(({ bodyId, sectionIds }) => sectionIds.map((id) => [bodyId, id] as const));
  return [pairs.map(([bodyId]) => bodyId), pairs.map(([, sectionId]) => sectionId)];
}

export const counted =
  "counted AS (SELECT body_id, section_id FROM unnest($1::uuid[], $2::uuid[]) AS c (body_id, section_id))";

/** Every indicator that counts, of each body in each of the years ($3), with the last reading of the year. That there is none and
 *  that it is «n.d.» are told apart by `is_read`. */
export const readings = `
  reading AS (
    SELECT c.body_id, i.id AS indicator_id, i.objective_id, i.direction, i.baseline, y.year,
           own.value AS own_target, COALESCE(own.value, ahead.value) AS target,
           COALESCE(second.id, first.id) IS NOT NULL AS is_read,
           CASE WHEN second.id IS NULL THEN first.value ELSE second.value END AS value
      FROM counted c
      JOIN indicator i ON i.section_id = c.section_id AND i.removed_at IS NULL
     CROSS JOIN unnest($3::integer[]) AS y (year)
      LEFT JOIN target own ON own.indicator_id = i.id AND own.year = y.year
      -- Only where the year has none of its own.
      LEFT JOIN LATERAL (SELECT t.value FROM target t
                          WHERE own.value IS NULL AND t.indicator_id = i.id AND t.year > y.year
                          ORDER BY t.year LIMIT 1) ahead ON true
      LEFT JOIN measurement first
             ON first.indicator_id = i.id AND first.body_id = c.body_id AND first.year = y.year AND first.round = 1
      LEFT JOIN measurement second
             ON second.indicator_id = i.id AND second.body_id = c.body_id AND second.year = y.year AND second.round = 2
  )`;

/** `progressOf` of the domain over the columns of a reading: millions of rows do not leave the database to be asked about one by
 *  one. A test holds the two together. */
export function progressSql(target: "target" | "own_target"): string {
  return `CASE
    WHEN value IS NULL OR ${target} IS NULL THEN NULL
    WHEN direction = 'UP' AND value >= ${target} OR direction = 'DOWN' AND value <= ${target} THEN 1
    WHEN baseline <> ${target} THEN (value - baseline) / (${target} - baseline)
    WHEN direction = 'DOWN' THEN ${target} / NULLIF(value, 0)
    ELSE value / NULLIF(${target}, 0) END`;
}

/** Of a progress, what means count of it (`countedProgress` of the domain). LEAST and GREATEST pass over nulls. */
export function clippedSql(progress: string): string {
  return `CASE WHEN ${progress} IS NOT NULL THEN LEAST(1, GREATEST(0, ${progress})) END`;
}
