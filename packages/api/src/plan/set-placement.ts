import { Plan } from "@upiao/db";
import {
  badInput,
  isOpenToChange,
  mayNumberStrategy,
  mayWritePlan,
  type Placement,
  Refusal,
} from "@upiao/domain";
import { recordAudit } from "../audit/record-audit.ts";
import type { Context } from "../context.ts";
import { postsOf } from "../people/posts-of.ts";
import { readableSectionsOf, readPlan } from "./read-plan.ts";

/** Moves the strategy in the outline of a plan that is still open: a line of the plan changes, and no text. */
export async function setPlacement(
  context: Context,
  planId: string,
  placement: Placement,
  number: string | null,
): Promise<Plan> {
  const { userId } = context.signedIn;
  await readPlan(context, planId);
  if (number !== null && !mayNumberStrategy(context.parts.planTemplate, placement, number)) {
    throw badInput("number", "STRATEGY_NUMBER");
  }
  const moved = await context.change(async (tx) => {
    const plans = tx.getRepository(Plan);
    const plan = await plans.findOne({ where: { id: planId }, lock: { mode: "for_no_key_update" } });
    if (!plan) throw new Refusal("NOT_FOUND");
    if (!mayWritePlan(plan, await postsOf(tx, userId))) throw new Refusal("NOT_YOUR_ROLE");
    if (!isOpenToChange(plan.state)) throw new Refusal("NOT_IN_THIS_STATE");
    const subject = { plan: planId, placement, number };
    await recordAudit(tx, { chain: plan.bodyId, userId, action: "plan.PLACE", subject });
    return plans.save(Object.assign(plan, { placement, placementNumber: number }));
  });
  // Whoever has a text of the plan open sees the numbers of its parts.
  for (const { id } of await readableSectionsOf(context, moved)) {
    context.parts.bus.publish("review", { sectionId: id, what: "workflow", id: planId });
  }
  return moved;
}
