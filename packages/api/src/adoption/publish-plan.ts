import { Adoption, enqueueJob, Plan, Publication, Section } from "@upiao/db";
import type { AdoptedPlan } from "@upiao/document";
import { postForStep, steps } from "@upiao/domain";
import { type EntityManager, In } from "typeorm";
import type { Context } from "../context.ts";
import { filesQueue } from "../export/start-export.ts";
import { recordPlanStep } from "../workflow/record-step.ts";
import { lockPlan, moveWithPlan } from "./adopt-plan.ts";
import { writePublishedTexts } from "./write-published-texts.ts";

/** The job that makes the files in which a published plan is downloaded. */
export const filesJob = "writePublishedFiles";

/** Puts the adopted plan online. Throws a `Refusal`. */
export async function publishPlan(context: Context, planId: string): Promise<Plan> {
  const { userId } = context.signedIn;
  const { bus } = context.parts;
  const { plan, moved } = await context.change(async (tx) => {
    const { plan, subject, posts } = await lockPlan(tx, planId, userId, "PUBLISH");
    const { id: adoptionId, content } = await tx.getRepository(Adoption).findOneOrFail({
      where: { planId, amendment: plan.amendment },
      select: { id: true, content: true },
    });
    const at = new Date();
    await tx.getRepository(Publication).insert({ adoptionId, byUserId: userId, at });
    const adopted = JSON.parse(content.toString()) as AdoptedPlan;
    await writePublishedTexts(tx, adoptionId, adopted);
    const texts = await textsIn(tx, adopted);
    const post = postForStep("PUBLISH", subject, posts)!;
    const moved = await moveWithPlan(tx, { action: "PUBLISH", texts, userId, posts, post, at });
    await tx.getRepository(Plan).update(planId, { state: steps.PUBLISH.to });
    const also = { adoption: adoptionId };
    await recordPlanStep(tx, { plan, subject, action: "PUBLISH", reason: null, userId, posts, also });
    await queueFiles(tx, adoptionId);
    return { plan: Object.assign(plan, { state: steps.PUBLISH.to }), moved };
  });
  for (const step of moved) {
    bus.publish("review", { sectionId: step.sectionId!, what: "workflow", id: step.id });
  }
  return plan;
}

/** The sections that stand in an adopted plan, in the order in which they are locked. */
export async function textsIn(
  tx: EntityManager,
  { parts }: AdoptedPlan,
): Promise<{ section: Section; versionId: string }[]> {
  const versions = new Map(
    parts.flatMap(({ texts }) => texts.map(({ section, version }) => [section, version])),
  );
  const sections = await tx
    .getRepository(Section)
    .find({ where: { id: In([...versions.keys()]) }, order: { id: "ASC" } });
  return sections.map((section) => ({ section, versionId: versions.get(section.id)! }));
}

/** Asks, in the transaction of a publication, for its files. */
export function queueFiles(tx: EntityManager, adoptionId: string): Promise<void> {
  const queued = { queue: filesQueue, key: `files ${adoptionId}` };
  return enqueueJob(tx, { name: filesJob, payload: { adoptionId }, ...queued });
}
