import { loadHubBodies, Plan, Section } from "@upiao/db";
import { addableParts, type BegunPart, badInput, isOpenToChange, mayWritePlan, Refusal } from "@upiao/domain";
import type { EntityManager } from "typeorm";
import { recordAudit } from "../audit/record-audit.ts";
import type { Context } from "../context.ts";
import { postsOf } from "../people/posts-of.ts";
import { planToBegin } from "./plan-to-begin.ts";
import { readPlan } from "./read-plan.ts";

/** The parts of the outline that have no section yet, for who may add one. */
export async function addableTo({ loaders, parts, signedIn }: Context, plan: Plan): Promise<BegunPart[]> {
  if (!isOpenToChange(plan.state) || !mayWritePlan(plan, signedIn.posts)) return [];
  const rows = await loaders.planSections.load(plan.id);
  const sections = await Promise.all(rows.map((row) => loaders.sections.load(row.section_id)));
  const codes = sections.flatMap((section) => (section?.planId === plan.id ? [section.code] : []));
  const toBegin = planToBegin(parts.planTemplate, plan.placement, await loaders.hubBodies.load(plan.bodyId));
  return addableParts(toBegin, codes);
}

/** Gives an open plan a section for a part that has none. Throws a `Refusal`. */
export async function addSection(context: Context, planId: string, code: string): Promise<Plan> {
  await readPlan(context, planId);
  return context.change(async (tx) => {
    const plans = tx.getRepository(Plan);
    const plan = await plans.findOne({ where: { id: planId }, lock: { mode: "for_no_key_update" } });
    if (!plan) throw new Refusal("NOT_FOUND");
    await addSectionTo(tx, context, plan, code);
    return plan;
  });
}

/** The same for a plan that is locked, in somebody's transaction. */
export async function addSectionTo(
  tx: EntityManager,
  { parts, signedIn: { userId } }: Context,
  plan: Plan,
  code: string,
): Promise<Section> {
  const { id: planId, firstYear, bodyId } = plan;
  if (!mayWritePlan(plan, await postsOf(tx, userId))) throw new Refusal("NOT_YOUR_ROLE");
  if (!isOpenToChange(plan.state)) throw new Refusal("NOT_IN_THIS_STATE");
  const sections = tx.getRepository(Section);
  if (await sections.existsBy({ planId, code })) throw new Refusal("ALREADY_EXISTS");
  const body = (await loadHubBodies(tx, [bodyId])).get(bodyId);
  const toBegin = planToBegin(parts.planTemplate, plan.placement, body);
  const part = addableParts(toBegin, []).find((one) => one.code === code);
  if (!part) throw badInput("code", "PLAN_PART");
  const section = await sections.save({ planId, firstYear, ...part });
  const subject = { plan: planId, section: section.id };
  await recordAudit(tx, { chain: bodyId, userId, action: "plan.ADD_SECTION", subject });
  return section;
}
