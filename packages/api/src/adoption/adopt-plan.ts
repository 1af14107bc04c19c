import { ActFile, Adoption, Plan, Section, WorkflowStep } from "@upiao/db";
import { hashPlan, spellPlan } from "@upiao/document";
import {
  type Act,
  badInput,
  type Post,
  postForStep,
  Refusal,
  type SectionFacts,
  steps,
  whyNotStep,
} from "@upiao/domain";
import type { EntityManager } from "typeorm";
import type { Context } from "../context.ts";
import { postsOf } from "../people/posts-of.ts";
import { lockSection } from "../section/lock-section.ts";
import { subjectOf } from "../workflow/plan-standing.ts";
import { recordPlanStep, recordSectionStep } from "../workflow/record-step.ts";
import { assemblePlan, type FrozenText } from "./assemble-plan.ts";

/** An act as it is handed in. */
export interface HandedAct extends Act {
  readonly fileId: string;
}

/** Adopts a validated plan by its act: put together from its frozen texts it becomes one thing with one hash, for good. Throws a
 *  `Refusal`. */
export async function adoptPlan(context: Context, planId: string, act: HandedAct): Promise<Plan> {
  const { userId } = context.signedIn;
  const { bus, planTemplate } = context.parts;
  const { plan, moved } = await context.change(async (tx) => {
    const { plan, subject, posts } = await lockPlan(tx, planId, userId, "ADOPT");
    const file = await takeFile(tx, planId, act.fileId);
    const reason = plan.amendment > 0 ? await reasonOf(tx, planId) : null;
    const cited = { kind: act.kind, number: act.number, day: act.day, file: file.sha256.toString("hex") };
    const { plan: adopted, texts } = await assemblePlan(tx, plan, planTemplate, { userId, act: cited });
    const spelled = spellPlan(adopted);
    const sha256 = Buffer.from(await hashPlan(spelled));
    const at = new Date();
    const adoption = await tx.getRepository(Adoption).save({
      planId,
      amendment: plan.amendment,
      actKind: act.kind,
      actNumber: act.number,
      actDay: act.day,
      actFileId: file.id,
      reason,
      content: Buffer.from(spelled),
      sha256,
      byUserId: userId,
      at,
    });
    const post = postForStep("ADOPT", subject, posts)!;
    const moved = await moveWithPlan(tx, { action: "ADOPT", texts, userId, posts, post, at });
    await tx.getRepository(Plan).update(planId, { state: steps.ADOPT.to });
    const also = { adoption: adoption.id, sha256: sha256.toString("hex") };
    await recordPlanStep(tx, { plan, subject, action: "ADOPT", reason: null, userId, posts, also });
    return { plan: Object.assign(plan, { state: steps.ADOPT.to }), moved };
  });
  for (const step of moved) {
    bus.publish("review", { sectionId: step.sectionId!, what: "workflow", id: step.id });
  }
  return plan;
}

/** A plan that nobody else moves until the transaction ends; throws what stands in the way of this step. */
export async function lockPlan(
  tx: EntityManager,
  planId: string,
  userId: string,
  action: "ADOPT" | "ANNUL" | "PUBLISH" | "AMEND",
): Promise<{ plan: Plan; subject: SectionFacts; posts: Post[] }> {
  const plans = tx.getRepository(Plan);
  const plan = await plans.findOne({ where: { id: planId }, lock: { mode: "for_no_key_update" } });
  if (!plan) throw new Refusal("NOT_FOUND");
  const subject = await subjectOf(tx, plan);
  const posts = await postsOf(tx, userId);
  const why = whyNotStep(action, subject, posts);
  if (why) throw new Refusal(why);
  return { plan, subject, posts };
}

async function takeFile(tx: EntityManager, planId: string, fileId: string): Promise<ActFile> {
  const file = await tx.getRepository(ActFile).findOneBy({ id: fileId, planId });
  // One that another adoption has is the act of that one.
  if (!file || (await tx.getRepository(Adoption).existsBy({ actFileId: fileId }))) {
    throw badInput("file", "ACT_FILE");
  }
  return file;
}

/** Why the amendment was opened that is adopted now. */
async function reasonOf(tx: EntityManager, planId: string): Promise<string> {
  const step = await tx
    .getRepository(WorkflowStep)
    .findOneOrFail({ where: { planId, action: "AMEND" }, order: { at: "DESC" } });
  return step.reason!;
}

interface MoveWithPlan {
  readonly action: "ADOPT" | "ANNUL" | "PUBLISH";
  readonly reason?: string;
  readonly texts: readonly Pick<FrozenText, "section" | "versionId">[];
  readonly userId: string;
  readonly posts: readonly Post[];
  readonly post: Post;
  readonly at: Date;
  /** One that is asked for stays where it is, whatever its plan does. */
  readonly stays?: (text: Pick<FrozenText, "section" | "versionId">) => Promise<boolean>;
}

/** Moves the sections of a plan with it. A shared one moves with the first plan that has it. */
export async function moveWithPlan(tx: EntityManager, move: MoveWithPlan): Promise<WorkflowStep[]> {
  const { action, reason = null, texts, userId, posts, post, at, stays } = move;
  const adoptedAt = { ADOPT: { adoptedAt: at }, ANNUL: { adoptedAt: null }, PUBLISH: {} }[action];
  const taken: WorkflowStep[] = [];
  for (const text of texts) {
    const { versionId } = text;
    const { section, facts } = await lockSection(tx, text.section.id);
    if (!steps[action].from.includes(section.state) || (await stays?.(text))) continue;
    await tx.getRepository(Section).update(section.id, { state: steps[action].to, ...adoptedAt });
    taken.push(
      await recordSectionStep(tx, { section, facts, action, reason, userId, posts, post, versionId }),
    );
  }
  return taken;
}
