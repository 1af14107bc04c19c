import type { RefusalCode } from "../sentences/refusal.ts";
import { worksFor } from "./body-access.ts";
import type { Post } from "./role.ts";
import { mayActOnSection, relationTo, type SectionFacts } from "./section-access.ts";

/** A plan's cover and outline are seen by who works for its body, and by who may read one of the body's own
 *  sections in it: a shared one says nothing of what the body does with the rest. */
export function mayReadPlan(
  plan: { readonly bodyId: string },
  sections: readonly SectionFacts[],
  posts: readonly Post[],
): boolean {
  const own = sections.filter((section) => relationTo(section, plan.bodyId) === "OWN");
  return worksFor(plan.bodyId, posts) || own.some((section) => mayActOnSection("read", section, posts));
}

/** A shared section stands in the plan of each body that takes part in the office, and of one that has left
 *  when it was adopted before; a body's own section stands in its own plan only. */
export function standsInPlanOf(bodyId: string, section: SectionFacts): boolean {
  const relation = relationTo(section, bodyId);
  return relation === "OWN" || relation === "OFFICE" || relation === "FORMER";
}

/** Who writes a plan's own sections keeps its cover: its form, its acts, its deadline. */
export function mayWritePlan(plan: { readonly bodyId: string }, posts: readonly Post[]): boolean {
  return posts.some((post) => post.bodyId === plan.bodyId && (post.role === "EDITOR" || post.role === "RTD"));
}

/** Who writes a body's plans begins them. */
export function mayStartPlan(bodyId: string, posts: readonly Post[]): boolean {
  return mayWritePlan({ bodyId }, posts);
}

/** Why a person with these posts may not begin a plan of this body, or null. To whom the body is foreign, its plans do not
 *  exist. */
export function whyNotStartPlan(bodyId: string, posts: readonly Post[]): RefusalCode | null {
  if (!worksFor(bodyId, posts)) return "NOT_FOUND";
  return mayStartPlan(bodyId, posts) ? null : "NOT_YOUR_ROLE";
}
