import type { Plan, Section } from "@upiao/db";
import { mayActOnSection, mayReadPlan, Refusal, type SectionFacts, standsInPlanOf } from "@upiao/domain";
import type { Reader } from "../reader.ts";
import { askedId } from "../requests/asked-id.ts";

/** A plan that the viewer may read; throws NOT_FOUND for a foreign, an unknown and a malformed id alike. */
export async function readPlan(context: Reader, id: string): Promise<Plan> {
  const { posts } = context.signedIn;
  const { loaders } = context;
  const [plan, sections] = await Promise.all([
    loaders.plans.load(askedId(id)),
    factsInPlan(context, askedId(id)),
  ]);
  const facts = sections.map((section) => section.facts);
  if (!plan || !mayReadPlan(plan, facts, posts)) throw new Refusal("NOT_FOUND");
  return plan;
}

/** The sections that stand in a plan and that the viewer may read. */
export async function readableSectionsOf(context: Reader, plan: Plan): Promise<Section[]> {
  const { posts } = context.signedIn;
  const readable = (await factsInPlan(context, plan.id)).filter(
    ({ facts }) => standsInPlanOf(plan.bodyId, facts) && mayActOnSection("read", facts, posts),
  );
  const sections = await Promise.all(readable.map(({ id }) => context.loaders.sections.load(id)));
  return sections.filter((section) => section !== null);
}

async function factsInPlan(
  { loaders }: Reader,
  planId: string,
): Promise<{ readonly id: string; readonly facts: SectionFacts }[]> {
  const rows = await loaders.planSections.load(planId);
  const facts = await Promise.all(rows.map((row) => loaders.facts.load(row.section_id)));
  return rows.flatMap((row, index) => {
    const found = facts[index];
    return found ? [{ id: row.section_id, facts: found }] : [];
  });
}
