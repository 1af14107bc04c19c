import { standsInPlanOf } from "../access/plan-access.ts";
import type { Post } from "../access/role.ts";
import { accessTo, type SectionFacts } from "../access/section-access.ts";

/** Who works on the plans of a Province, in any role but that of its administrator, sees its territory. What of it, each section
 *  says: `mayReadFigures`. */
export function mayReadTerritory(leadBodyId: string, posts: readonly Post[]): boolean {
  return posts.some(({ bodyId, role }) => bodyId === leadBodyId && role !== "ADMIN");
}

/** Who works on a body's plans sees how they go, and who leads an office that the body is in. */
export function mayReadOverview(
  bodyId: string,
  leadBodyIds: readonly string[],
  posts: readonly Post[],
): boolean {
  return [bodyId, ...leadBodyIds].some((id) => mayReadTerritory(id, posts));
}

/** Whether a person reads what this body measures of the objectives in this section: what is published is everybody's; a body's
 *  own is for who may read the section; of a shared one each body's figures are its own and the lead body's. */
export function mayReadFigures(section: SectionFacts, bodyId: string, posts: readonly Post[]): boolean {
  if (!standsInPlanOf(bodyId, section)) return false;
  if (section.state === "PUBLISHED") return true;
  const { owner } = section;
  if (owner.kind === "BODY") return accessTo(section, posts) !== "NONE";
  const close = posts.filter((post) => post.bodyId === bodyId || post.bodyId === owner.leadBodyId);
  return accessTo(section, close) !== "NONE";
}
