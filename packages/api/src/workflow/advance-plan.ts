import { Plan, type WorkflowStep } from "@upiao/db";
import { type Action, Refusal, type SectionFacts, steps, whyNotStep } from "@upiao/domain";
import type { EntityManager } from "typeorm";
import type { Context } from "../context.ts";
import { postsOf } from "../people/posts-of.ts";
import { lockSection } from "../section/lock-section.ts";
import { moveSection } from "./move-section.ts";
import { takenAlone } from "./next-step.ts";
import { type PlanStanding, readPlanStanding, subjectOf } from "./plan-standing.ts";
import { recordPlanStep } from "./record-step.ts";

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
    const why = takenAlone.includes(action) ? whyNotStep(action, subject, posts) : "NOT_IN_THIS_STATE";
    if (why) throw new Refusal(why);
    const standing = await readPlanStanding(tx, plan, planTemplate);
    checkStanding(action, standing, reason);
    const move = { plan, subject, action, reason, userId };
    const sections = action === "SUBMIT" ? await submitWritten(tx, move, standing) : [];
    plan.state = steps[action].to;
    await tx.getRepository(Plan).update(plan.id, { state: plan.state });
    await recordPlanStep(tx, { ...move, posts });
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
