import { publicPlanPath } from "@upiao/domain";
import type { Words } from "../words/index.ts";
import { inForce, type PublicBody, type PublishedAdoption, type PublishedPlan } from "./published-plan.ts";

export function bodyName({ name, type }: Pick<PublicBody, "name" | "type">, words: Words): string {
  return words.body(name, type);
}

/** «Comune di Barga, PIAO 2026-2028» */
export function planName({ body, firstYear }: PublishedPlan, words: Words): string {
  return `${bodyName(body, words)}, ${words.piaoShort(words.years(firstYear))}`;
}

/** Where an adoption is read: in force at the address of the plan, else at its own. */
export function adoptionPath(plan: PublishedPlan, adoption: PublishedAdoption): string {
  const isInForce = adoption.id === inForce(plan).id;
  return publicPlanPath(plan.body, plan.firstYear, isInForce ? null : adoption.amendment);
}

/** What stands on the way to the pages of a plan. */
export function trailTo({ body, firstYear }: PublishedPlan, words: Words) {
  const plan = publicPlanPath(body, firstYear);
  return [
    { name: bodyName(body, words), path: plan.slice(0, plan.lastIndexOf("/")) },
    { name: words.piaoShort(words.years(firstYear)), path: plan },
  ];
}
