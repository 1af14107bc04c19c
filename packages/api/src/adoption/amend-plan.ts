import { Plan, Section, type WorkflowStep } from "@upiao/db";
import { isOpenToChange, mayWritePlan, postForStep, Refusal, steps } from "@upiao/domain";
import type { EntityManager } from "typeorm";
import type { Context } from "../context.ts";
import { postsOf } from "../people/posts-of.ts";
import { lockSection } from "../section/lock-section.ts";
import { recordPlanStep, recordSectionStep } from "../workflow/record-step.ts";
import { lockPlan } from "./adopt-plan.ts";

interface Amendment {
  readonly planId: string;
  /** Sections of the plan's own that are opened again. */
  readonly sectionIds: readonly string[];
  readonly reason: string;
}

/** Opens the next aggiornamento of a published plan, or further sections of one that is being written. What is published stays as
 *  it is. Throws a `Refusal`. */
export async function amendPlan(context: Context, amendment: Amendment): Promise<Plan> {
  const { userId } = context.signedIn;
  const { plan, opened } = await context.change((tx) => amendWithin(tx, userId, amendment));
  for (const step of opened) {
    context.parts.bus.publish("review", { sectionId: step.sectionId!, what: "workflow", id: step.id });
  }
  return plan;
}

/** The same in a transaction of the caller's, who tells of the sections afterwards. */
export async function amendWithin(
  tx: EntityManager,
  userId: string,
  { planId, sectionIds, reason }: Amendment,
): Promise<{ plan: Plan; opened: WorkflowStep[] }> {
  const plan = (await openAlready(tx, planId, userId)) ?? (await openNext(tx, planId, userId, reason));
  const own = await tx.getRepository(Section).findBy({ planId });
  const asked = [...new Set(sectionIds)].sort();
  if (asked.some((id) => !own.some((section) => section.id === id))) throw new Refusal("NOT_FOUND");
  const posts = await postsOf(tx, userId);
  const opened: WorkflowStep[] = [];
  for (const id of asked) {
    const { section, facts } = await lockSection(tx, id);
    if (!steps.AMEND.from.includes(section.state)) continue;
    const post = postForStep("AMEND", facts, posts);
    if (!post) throw new Refusal("NOT_YOUR_ROLE");
    await tx.getRepository(Section).update(id, { state: steps.AMEND.to, adoptedAt: null });
    opened.push(
      await recordSectionStep(tx, {
        section,
        facts,
        action: "AMEND",
        reason,
        userId,
        posts,
        post,
        versionId: null,
      }),
    );
  }
  return { plan, opened };
}

/** An amendment that is being written takes in further sections. */
async function openAlready(tx: EntityManager, planId: string, userId: string): Promise<Plan | null> {
  const plans = tx.getRepository(Plan);
  const plan = await plans.findOne({ where: { id: planId }, lock: { mode: "for_no_key_update" } });
  if (!plan || plan.amendment === 0 || !isOpenToChange(plan.state)) return null;
  if (!mayWritePlan(plan, await postsOf(tx, userId))) throw new Refusal("NOT_YOUR_ROLE");
  return plan;
}

async function openNext(tx: EntityManager, planId: string, userId: string, reason: string): Promise<Plan> {
  const { plan, subject, posts } = await lockPlan(tx, planId, userId, "AMEND");
  const next = { amendment: plan.amendment + 1, state: steps.AMEND.to };
  await tx.getRepository(Plan).update(planId, next);
  const also = { amendment: next.amendment };
  await recordPlanStep(tx, { plan, subject, action: "AMEND", reason, userId, posts, also });
  return Object.assign(plan, next);
}
