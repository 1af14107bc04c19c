import type { CountedBody } from "./find-counted.ts";

/** The bodies and sections that count, as parameters $1 and $2 of the statements below. */
export function countedPairs(bodies: readonly CountedBody[]): [bodyIds: string[], sectionIds: string[]] {
  const pairs = bodies.flatMap(({ bodyId, sectionIds }) => sectionIds.map((id) => [bodyId, id] as const));
  return [pairs.map(([bodyId]) => bodyId), pairs.map(([, sectionId]) => sectionId)];
}

export const counted =
  "counted AS (SELECT body_id, section_id FROM unnest($1::uuid[], $2::uuid[]) AS c (body_id, section_id))";

/** The last reading of each year ($3) of every indicator that counts, «n.d.» too, with what was expected. It begins at what was read:
 *  a country has more indicators and years than readings. */
export const readings = `
  reading AS (
    SELECT c.body_id, i.id AS indicator_id, i.objective_id, i.unit, i.direction, i.baseline, m.year, m.value,
           own.value AS own_target, COALESCE(own.value, ahead.value) AS target
      FROM counted c
      JOIN indicator i ON i.section_id = c.section_id AND i.removed_at IS NULL
      JOIN measurement m ON m.indicator_id = i.id AND m.body_id = c.body_id AND m.year = ANY ($3::integer[])
      LEFT JOIN target own ON own.indicator_id = i.id AND own.year = m.year
      -- Only where the year has none of its own.
      LEFT JOIN LATERAL (SELECT t.value FROM target t
                          WHERE own.value IS NULL AND t.indicator_id = i.id AND t.year > m.year
                          ORDER BY t.year LIMIT 1) ahead ON true
     WHERE NOT EXISTS (SELECT FROM measurement later
                        WHERE later.indicator_id = m.indicator_id AND later.body_id = m.body_id AND later.year = m.year
                          AND later.round > m.round)
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
