import { reaches } from "../access/access.ts";
import { standsInPlanOf } from "../access/plan-access.ts";
import type { Post, Role } from "../access/role.ts";
import { accessTo, relationTo, type SectionFacts } from "../access/section-access.ts";
import { mayTakeRecord } from "../review/review-access.ts";
import type { RefusalCode } from "../sentences/refusal.ts";

const measurers: readonly Role[] = ["EDITOR", "RTD"];

/** Who writes a body's texts measures it: its own objectives, and what it owes of the section that its office shares. The
 *  state of the text says nothing: it is measured after it was adopted. */
export function mayMeasure(section: SectionFacts, bodyId: string, posts: readonly Post[]): boolean {
  const isTheirs = ["OWN", "OFFICE"].includes(relationTo(section, bodyId));
  return isTheirs && posts.some((post) => post.bodyId === bodyId && measurers.includes(post.role));
}

/** Values are read by who reads the section. Of a shared one every body has values of its own: beside that body, who leads the
 *  office reads them, and the other members do not. */
export function mayReadMeasurements(section: SectionFacts, bodyId: string, posts: readonly Post[]): boolean {
  if (!standsInPlanOf(bodyId, section)) return false;
  const { owner } = section;
  return posts.some((post) => {
    const isNear = owner.kind === "BODY" || post.bodyId === bodyId || post.bodyId === owner.leadBodyId;
    return isNear && reaches(accessTo(section, [post]), "READ");
  });
}

/** Why a person with these posts may not measure a body, whose plan has these sections, or null; which of its indicators they may
 *  measure is for `mayMeasure`. A body of which they may read nothing does not exist for them. */
export function whyNotMeasure(
  sections: readonly SectionFacts[],
  bodyId: string,
  posts: readonly Post[],
): RefusalCode | null {
  if (posts.some((post) => post.bodyId === bodyId && measurers.includes(post.role))) return null;
  return mayReadGrid(sections, bodyId, posts) ? "NOT_YOUR_ROLE" : "NOT_FOUND";
}

/** Whoever reads the body's drafts sees its grid also in a year in which it is empty. */
export function mayReadGrid(
  sections: readonly SectionFacts[],
  bodyId: string,
  posts: readonly Post[],
): boolean {
  if (mayTakeRecord(bodyId, posts)) return true;
  return sections.some((section) => mayReadMeasurements(section, bodyId, posts));
}
