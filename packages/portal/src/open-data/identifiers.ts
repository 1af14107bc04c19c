import { publicBodyPath, publicPlanPath } from "@upiao/domain";
import type { PublicBody, PublishedPlan } from "../plan/published-plan.ts";

/** What things are called in the data, for good: addresses, under which a person can read them. An objective keeps its identifier
 *  through all versions of its plan. */
export function identifiersOf({ body, firstYear }: Pick<PublishedPlan, "body" | "firstYear">, site: string) {
  const plan = site + publicPlanPath(body, firstYear);
  return {
    plan,
    version: (amendment: number) => site + publicPlanPath(body, firstYear, amendment),
    objective: (key: string) => `${plan}#obiettivo-${key}`,
    indicator: (key: string) => `${plan}#indicatore-${key}`,
  };
}

export function bodyIdentifier(body: Pick<PublicBody, "id" | "istatCode">, site: string): string {
  return site + publicBodyPath(body);
}
