import { type Plan, type Section, WorkflowStep } from "@upiao/db";
import { type Action, type Post, postForStep, type SectionFacts, steps } from "@upiao/domain";
import type { EntityManager } from "typeorm";
import { chainOf } from "../audit/chain-of.ts";
import { recordAudit } from "../audit/record-audit.ts";
import { tellOfStep } from "./tell-of-step.ts";

interface Taken {
  readonly action: Action;
  readonly reason: string | null;
  readonly userId: string;
  readonly posts: readonly Post[];
  /** What else the register has of it: ids, hashes and closed words. */
  readonly also?: Readonly<Record<string, string | number>>;
}

/** Notes a step of a plan, whose state the caller has changed, in its history and in the register, and tells whom it concerns. */
export async function recordPlanStep(
  tx: EntityManager,
  taken: Taken & { readonly plan: Plan; readonly subject: SectionFacts },
): Promise<WorkflowStep> {
  const { plan, subject, action, reason, userId, posts, also } = taken;
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
    subject: { plan: plan.id, step: step.id, from: fromState, to: toState, ...also },
  });
  await tellOfStep(tx, {
    planId: plan.id,
    subject: { ...subject, state: toState },
    action,
    byUserId: userId,
  });
  return step;
}

/** Notes a step of a section, whose state the caller has changed. Its version may come later. */
export async function recordSectionStep(
  tx: EntityManager,
  taken: Taken & {
    readonly section: Section;
    readonly facts: SectionFacts;
    /** For whom: the post of the step where the section's own rules give none. */
    readonly post: Post;
    readonly versionId: string | null;
  },
): Promise<WorkflowStep> {
  const { section, facts, action, reason, userId, post, versionId, also } = taken;
  const { id: sectionId, state: fromState } = section;
  const toState = steps[action].to;
  const step = await tx.getRepository(WorkflowStep).save({
    sectionId,
    action,
    fromState,
    toState,
    reason,
    byUserId: userId,
    bodyId: post.bodyId,
    role: post.role,
    versionId,
  });
  await recordAudit(tx, {
    chain: chainOf(section, facts),
    userId,
    action: `section.${action}`,
    subject: { section: sectionId, step: step.id, version: versionId, from: fromState, to: toState, ...also },
  });
  return step;
}
