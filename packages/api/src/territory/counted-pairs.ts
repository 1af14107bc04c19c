import type { CountedBody } from "./find-counted.ts";

/** The bodies and sections that count, as parameters $1 and $2 of the statements below. */
export function countedPairs(bodies: readonly CountedBody[]): [bodyIds: string[], sectionIds: string[]] {
  const pairs = bodies.flatMap(({ bodyId, sectionIds }) => sectionIds.map((id) => [bodyId, id] as const));
  return [pairs.map(([bodyId]) => bodyId), pairs.map(([, sectionId]) => sectionId)];
}

export const counted =
  "counted AS (SELECT body_id, section_id FROM unnest($1::uuid[], $2::uuid[]) AS c (body_id, section_id))";

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
