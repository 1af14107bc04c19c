import { Adoption, Annulment, Plan, type Section } from "@upiao/db";
import type { AdoptedPlan } from "@upiao/document";
import { postForStep, steps } from "@upiao/domain";
import type { EntityManager } from "typeorm";
import type { Context } from "../context.ts";
import { recordPlanStep } from "../workflow/record-step.ts";
import { lockPlan, moveWithPlan } from "./adopt-plan.ts";
import { textsIn } from "./publish-plan.ts";

/** Takes back an adoption that is not published: its act was written down wrong. What was adopted stays on record, and the plan waits
 *  for its act as before. Throws a `Refusal`. */
export async function annulAdoption(context: Context, planId: string, reason: string): Promise<Plan> {
  const { userId } = context.signedIn;
  const { plan, moved } = await context.change(async (tx) => {
    const { plan, subject, posts } = await lockPlan(tx, planId, userId, "ANNUL");
    const { id, content, sha256 } = await tx.getRepository(Adoption).findOneOrFail({
      where: { planId, amendment: plan.amendment },
      select: { id: true, content: true, sha256: true },
    });
    const at = new Date();
    // The database takes what was adopted from the adoption, and ends it.
    await tx
      .createQueryBuilder()
      .insert()
      .into(Annulment)
      .values({ adoptionId: id, reason, byUserId: userId, at })
      .execute();
    const post = postForStep("ANNUL", subject, posts)!;
    const moved = await moveWithPlan(tx, {
      ...{ action: "ANNUL", reason, userId, posts, post, at },
      texts: await textsIn(tx, JSON.parse(content.toString()) as AdoptedPlan),
      stays: ({ section, versionId }) => isAdoptedElsewhere(tx, section, versionId),
    });
    await tx.getRepository(Plan).update(planId, { state: steps.ANNUL.to });
    const also = { adoption: id, sha256: sha256.toString("hex") };
    await recordPlanStep(tx, { plan, subject, action: "ANNUL", reason, userId, posts, also });
    return { plan: Object.assign(plan, { state: steps.ANNUL.to }), moved };
  });
  for (const step of moved) {
    context.parts.bus.publish("review", { sectionId: step.sectionId!, what: "workflow", id: step.id });
  }
  return plan;
}

/** A shared text stays adopted as long as another body's plan has it so. Two that adopt and annul at once meet at its lock. */
async function isAdoptedElsewhere(
  tx: EntityManager,
  { officeId, firstYear }: Section,
  versionId: string,
): Promise<boolean> {
  if (officeId === null) return false;
  const rows: unknown[] = await tx.query(
    `SELECT FROM adoption a JOIN plan p ON p.id = a.plan_id
      WHERE p.first_year = $2 AND position($3 IN convert_from(a.content, 'UTF8')) > 0 AND p.body_id IN (
        SELECT lead_body_id FROM associated_office WHERE id = $1
        UNION SELECT body_id FROM office_member WHERE office_id = $1) LIMIT 1`,
    [officeId, firstYear, versionId],
  );
  return rows.length > 0;
}
