import type { CountedBody } from "./find-counted.ts";
import type { Editions } from "./read-editions.ts";

/** The bodies and sections that count, as parameters $1 and $2 of the statements below. */
export function countedPairs(bodies: readonly CountedBody[]): [bodyIds: string[], sectionIds: string[]] {
  const pairs = bodies.flatMap(({ bodyId, sectionIds }) => sectionIds.map((id) => [bodyId, id] as const));
  return [pairs.map(([bodyId]) => bodyId), pairs.map(([, sectionId]) => sectionId)];
}

export const counted =
  "counted AS (SELECT body_id, section_id FROM unnest($1::uuid[], $2::uuid[]) AS c (body_id, section_id))";

/** Of each pair the edition of the Piano triennale that its body's plan is written against: a parameter of `named`. */
export function editionsOfPairs(
  bodies: readonly CountedBody[],
  { newest }: Pick<Editions, "newest">,
): (string | null)[] {
  return bodies.flatMap(({ strategyEdition, sectionIds }) => sectionIds.map(() => strategyEdition ?? newest));
}

/** The pairs with the edition of which their codes are: that of the plan, or the later one to which links in the section were carried
 *  over, as in a shared text by another body. */
export function named(editions: string): string {
  return `named AS (
    SELECT c.body_id, c.section_id, greatest(c.edition COLLATE "C", carried.edition) AS edition
      FROM unnest($1::uuid[], $2::uuid[], ${editions}::text[]) AS c (body_id, section_id, edition)
      LEFT JOIN (SELECT section_id, max(edition COLLATE "C") AS edition FROM carried_objective
                  WHERE section_id = ANY ($2::uuid[]) GROUP BY section_id) carried ON carried.section_id = c.section_id)`;
}

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
