import { Plan, WorkflowStep } from "@upiao/db";
import {
  type Action,
  type Post,
  postForStep,
  Refusal,
  type SectionFacts,
  steps,
  whyNotStep,
} from "@upiao/domain";
import type { EntityManager } from "typeorm";
import { recordAudit } from "../audit/record-audit.ts";
import type { Context } from "../context.ts";
import { postsOf } from "../people/posts-of.ts";
import { lockSection } from "../section/lock-section.ts";
import { moveSection } from "./move-section.ts";
import { takenHere } from "./next-step.ts";
import { type PlanStanding, readPlanStanding, subjectOf } from "./plan-standing.ts";
import { tellOfStep } from "./tell-of-step.ts";

interface PlanMove {
  readonly plan: Plan;
  readonly subject: SectionFacts;
  readonly action: Action;
  readonly reason: string | null;
  readonly userId: string;
}

/** Takes a step of a plan for who is asking. Who submits it submits all of its sections that are written and still out. Throws
 *  a `Refusal`. */
export async function advancePlan(
  context: Context,
  planId: string,
  action: Action,
  reason: string | null,
): Promise<Plan> {
  const { userId } = context.signedIn;
  const { bus, planTemplate } = context.parts;
  const moved = await context.change(async (tx) => {
    const plan = await tx
      .getRepository(Plan)
      .findOne({ where: { id: planId }, lock: { mode: "for_no_key_update" } });
    if (!plan) throw new Refusal("NOT_FOUND");
    const subject = await subjectOf(tx, plan);
    const posts = await postsOf(tx, userId);
    const why = takenHere.includes(action) ? whyNotStep(action, subject, posts) : "NOT_IN_THIS_STATE";
    if (why) throw new Refusal(why);
    const standing = await readPlanStanding(tx, plan, planTemplate);
    checkStanding(action, standing, reason);
    const move = { plan, subject, action, reason, userId };
    const sections = action === "SUBMIT" ? await submitWritten(tx, move, standing) : [];
    plan.state = steps[action].to;
    await tx.getRepository(Plan).update(plan.id, { state: plan.state });
    await record(tx, move, posts);
    return { plan, sections };
  });
  for (const step of moved.sections) {
    bus.publish("review", { sectionId: step.sectionId!, what: "workflow", id: step.id });
  }
  return moved.plan;
}

function checkStanding(action: Action, { gaps, notValidated }: PlanStanding, reason: string | null): void {
  if (steps[action].needsReason && reason === null) throw new Refusal("REASON_NEEDED");
  const missing = gaps.filter(({ required }) => required).map(({ number, title }) => `${number} ${title}`);
  if (action === "SUBMIT" && missing.length > 0 && reason === null) {
    throw new Refusal("PLAN_INCOMPLETE", { parts: missing.join("; ") });
  }
  if (action === "VALIDATE" && notValidated.length > 0) {
    throw new Refusal("SECTIONS_NOT_VALIDATED", { sections: notValidated.join("; ") });
  }
}

async function submitWritten(
  tx: EntityManager,
  { reason, userId }: PlanMove,
  { written }: PlanStanding,
): Promise<WorkflowStep[]> {
  const taken: WorkflowStep[] = [];
  // In one order, or two who submit at once could wait for each other.
  for (const { id } of [...written].sort((one, other) => (one.id < other.id ? -1 : 1))) {
    const { section, facts } = await lockSection(tx, id);
    if (!steps.SUBMIT.from.includes(section.state)) continue;
    taken.push(await moveSection(tx, { section, facts, action: "SUBMIT", reason, userId }));
  }
  return taken;
}

async function record(tx: EntityManager, move: PlanMove, posts: readonly Post[]): Promise<void> {
  const { plan, subject, action, reason, userId } = move;
  const { bodyId, role } = postForStep(action, subject, posts)!;
  const { state: fromState } = subject;
  const toState = steps[action].to;
  const step = await tx.getRepository(WorkflowStep).save({
    planId: plan.id,
    action,
    fromState,
    toState,
    reason,
    byUserId: userId,
    bodyId,
    role,
  });
  await recordAudit(tx, {
    chain: plan.bodyId,
    userId,
    action: `plan.${action}`,
    subject: { plan: plan.id, step: step.id, from: fromState, to: toState },
  });
  await tellOfStep(tx, {
    planId: plan.id,
    subject: { ...subject, state: toState },
    action,
    byUserId: userId,
  });
}
