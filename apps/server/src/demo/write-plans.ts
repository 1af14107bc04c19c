import { demoText, planTemplate } from "@upiao/catalog";
import { Plan, Section } from "@upiao/db";
import { type PlanTemplate, sectionCodes } from "@upiao/domain";
import type { EntityManager } from "typeorm";
import { adoptedAtOf } from "./adoptions.ts";
import type { DemoBody } from "./bodies.ts";
import { type DemoPlan, demoPlans } from "./plans.ts";

/** Writes the plans of the demonstration and their sections, still without text. Answers how many of each. */
export async function writePlans(
  tx: EntityManager,
  bodies: Record<DemoBody, string>,
): Promise<{ plans: number; sections: number }> {
  const template = planTemplate();
  const plans = await tx.getRepository(Plan).save(
    demoPlans.map(({ body, firstYear, form, placement, placementNumber, state, dup, peg }) => ({
      bodyId: bodies[body],
      firstYear,
      form,
      placement,
      placementNumber: placementNumber ?? null,
      state,
      dup: dup ?? null,
      peg: peg ?? null,
    })),
  );
  const sections = demoPlans.flatMap((plan, index) =>
    plan.sections.map((code) => ({
      planId: plans[index]!.id,
      firstYear: plan.firstYear,
      code,
      title: titleOf(template, plan, code),
      state: plan.otherStates?.[code] ?? plan.state,
      adoptedAt: adoptedAtOf(plan),
    })),
  );
  await tx.getRepository(Section).insert(sections);
  return { plans: plans.length, sections: sections.length };
}

function titleOf({ parts }: PlanTemplate, plan: DemoPlan, code: string): string {
  if (code === sectionCodes.addendum) return demoText(`${plan.texts}/${code}`).title;
  const part = parts.find((one) => one.number === code);
  if (!part) throw new Error(`the template has no part ${code}`);
  return part.title;
}
