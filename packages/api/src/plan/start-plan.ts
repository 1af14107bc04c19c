import { setImmediate } from "node:timers/promises";
import type { Growth } from "@upiao/bus";
import { Body, loadHubBodies, Plan, Section } from "@upiao/db";
import {
  type BegunPart,
  beginningParts,
  dayInItaly,
  isInForce,
  type PlanForm,
  Refusal,
  whyNotStartPlan,
} from "@upiao/domain";
import type { EntityManager } from "typeorm";
import { recordAudit } from "../audit/record-audit.ts";
import type { Context } from "../context.ts";
import { lockBody } from "../people/lock-body.ts";
import { postsOf } from "../people/posts-of.ts";
import { copyText } from "../section/copy-text.ts";
import { type Begun, findPlacement, findPlanBefore, planToBegin } from "./plan-to-begin.ts";

export interface PlanToStart extends Begun {
  readonly form: PlanForm;
}

/** The sections that a plan would begin with, in their order; `before` is the section that lends its text. */
export interface PartToStart extends BegunPart {
  readonly before: Section | null;
}

/** What `startPlan` would make now. Throws a `Refusal`. */
export async function partsToStart(context: Context, asked: PlanToStart): Promise<PartToStart[]> {
  const why = whyNotStartPlan(asked.bodyId, context.signedIn.posts);
  if (why) throw new Refusal(why);
  return (await begin(context, context.parts.database.manager, asked)).parts;
}

/** Begins the plan of a body's three years, with its sections, in one transaction: empty, or each with the text of the same part of
 *  the plan before, which the person who begins it has written from then on. Throws a `Refusal`. */
export async function startPlan(context: Context, asked: PlanToStart): Promise<Plan> {
  const { userId } = context.signedIn;
  const { bodyId, firstYear, form, fromPlanId } = asked;
  const grown: [sectionId: string, growth: Growth][] = [];
  const plan = await context.change(async (tx) => {
    const why = whyNotStartPlan(bodyId, await postsOf(tx, userId));
    if (why) throw new Refusal(why);
    // Of two who begin the same plan the second is told.
    await lockBody(tx, bodyId);
    if (await tx.getRepository(Plan).existsBy({ bodyId, firstYear })) throw new Refusal("ALREADY_EXISTS");
    const { place, parts, yearsLater } = await begin(context, tx, asked);
    const plan = await tx.getRepository(Plan).save({ bodyId, firstYear, form, ...place });
    const subject = { plan: plan.id, ...(fromPlanId ? { from: fromPlanId } : {}) };
    await recordAudit(tx, { chain: bodyId, userId, action: "plan.START", subject });
    for (const { code, title, before } of parts) {
      const section = await tx.getRepository(Section).save({ planId: plan.id, firstYear, code, title });
      if (!before) continue;
      const growth = await copyText(tx, { from: before.id, sectionId: section.id, userId, yearsLater });
      if (growth) grown.push([section.id, growth]);
      // Others' keystrokes pass through this thread.
      await setImmediate();
    }
    // As the database has made it: the edition of the Piano triennale is its choice.
    return tx.getRepository(Plan).findOneByOrFail({ id: plan.id });
  });
  for (const [sectionId, growth] of grown) context.parts.bus.grown(sectionId, growth);
  return plan;
}

async function begin(context: Context, tx: EntityManager, asked: PlanToStart) {
  const { endedOn } = await tx.getRepository(Body).findOneByOrFail({ id: asked.bodyId });
  if (!isInForce({ endedOn }, dayInItaly(new Date()))) throw new Refusal("BODY_ENDED", { day: endedOn! });
  const before = await findPlanBefore(tx, asked);
  const place = await findPlacement(tx, asked.bodyId, before.plan);
  const body = (await loadHubBodies(tx, [asked.bodyId])).get(asked.bodyId);
  const toBegin = planToBegin(context.parts.planTemplate, place.placement, body);
  const lender = new Map(before.sections.map((section) => [section.code, section]));
  const parts = beginningParts(toBegin, asked.form, [...lender.keys()]).map(
    (part): PartToStart => ({ ...part, before: lender.get(part.code) ?? null }),
  );
  return { place, parts, yearsLater: asked.firstYear - (before.plan?.firstYear ?? asked.firstYear) };
}
