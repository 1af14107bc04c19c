import type { Post } from "../access/role.ts";
import { mayActOnSection, relationTo, type SectionFacts } from "../access/section-access.ts";
import type { RefusalCode } from "../sentences/refusal.ts";

/** The bodies that have to sign off a shared section before it is validated: all that it binds. */
export function signersOf({ owner }: SectionFacts): string[] {
  return owner.kind === "OFFICE" ? [...new Set([owner.leadBodyId, ...owner.memberBodyIds])] : [];
}

/** Of them, those whose RTD has not. */
export function missingSignOffs(section: SectionFacts, signedBodyIds: readonly string[]): string[] {
  return signersOf(section).filter((bodyId) => !signedBodyIds.includes(bodyId));
}

/** Why a person may not sign off this section for this body, or null: its RTD, of what has been submitted. */
export function whyNotSignOff(
  section: SectionFacts,
  bodyId: string,
  posts: readonly Post[],
): RefusalCode | null {
  if (!mayActOnSection("read", section, posts)) return "NOT_FOUND";
  const isItsRtd = posts.some((post) => post.role === "RTD" && post.bodyId === bodyId);
  if (!isItsRtd || relationTo(section, bodyId) !== "OFFICE") return "NOT_YOUR_ROLE";
  return section.state === "SUBMITTED" ? null : "NOT_IN_THIS_STATE";
}
