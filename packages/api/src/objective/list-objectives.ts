import type { Objective } from "@upiao/db";
import { mayActOnSection, mayReadPlan, Refusal, standsInPlanOf } from "@upiao/domain";
import type { Context } from "../context.ts";

/** The objectives in the plans of a body that the viewer may read, its own and those that it shares, plan by plan in the order
 *  of their sections. NOT_FOUND for a body of which they may read nothing, as for one that does not exist. */
export async function listObjectives(
  { parts, loaders, signedIn }: Context,
  bodyId: string,
  firstYear: number | null,
): Promise<Objective[]> {
  const { posts } = signedIn;
  const rows: { id: string }[] = await parts.database.query(
    `SELECT id FROM (
       SELECT s.id, s.first_year, s.code FROM plan p JOIN section s ON s.plan_id = p.id WHERE p.body_id = $1
       UNION
       SELECT s.id, s.first_year, s.code FROM associated_office o JOIN section s ON s.office_id = o.id
        WHERE o.lead_body_id = $1
       UNION
       SELECT s.id, s.first_year, s.code FROM office_member m JOIN section s ON s.office_id = m.office_id
        WHERE m.body_id = $1) AS around
      WHERE $2::integer IS NULL OR first_year = $2
      ORDER BY first_year DESC, code, id`,
    [bodyId, firstYear],
  );
  const facts = await Promise.all(rows.map(({ id }) => loaders.facts.load(id)));
  const sections = rows.flatMap(({ id }, index) => {
    const found = facts[index];
    return found && standsInPlanOf(bodyId, found) ? [{ id, facts: found }] : [];
  });
  if (
    !mayReadPlan(
      { bodyId },
      sections.map((section) => section.facts),
      posts,
    )
  )
    throw new Refusal("NOT_FOUND");
  const readable = sections.filter((section) => mayActOnSection("read", section.facts, posts));
  const lists = await Promise.all(readable.map(({ id }) => loaders.sectionObjectives.load(id)));
  return lists.flat();
}
