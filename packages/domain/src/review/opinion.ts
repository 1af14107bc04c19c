import { type Competence, isCompetentFor } from "../access/competence.ts";
import type { Post } from "../access/role.ts";
import { mayActOnSection, relationTo, type SectionFacts } from "../access/section-access.ts";
import type { RefusalCode } from "../sentences/refusal.ts";
import { readableVersions } from "../version/version-access.ts";
import type { VersionKind } from "../version/version-kind.ts";
import type { Verdict } from "./verdict.ts";

/** What an opinion is given on. */
export interface OpinionSubject {
  readonly facts: SectionFacts;
  readonly code: string;
  /** Of the version; null: nothing of it was frozen yet. */
  readonly versionKind: VersionKind | null;
}

/** The post for which a person controls this body, or null. */
export function controlAt<P extends Post>(bodyId: string, posts: readonly P[]): P | null {
  return posts.find((post) => post.role === "AUDITOR" && post.bodyId === bodyId) ?? null;
}

/** Why a person may not give an opinion on this for the control of this body, or null. Its auditor, on the parts of the plan
 *  of which it is competent, once a text stands there that nobody can change any more. */
export function whyNotGiveOpinion(
  { facts, code, versionKind }: OpinionSubject,
  bodyId: string,
  posts: readonly Post[],
): RefusalCode | null {
  if (!mayActOnSection("read", facts, posts)) return "NOT_FOUND";
  if (versionKind !== null && !readableVersions(facts, posts).includes(versionKind)) return "NOT_FOUND";
  const post = controlAt(bodyId, posts);
  if (!post || !["OWN", "OFFICE"].includes(relationTo(facts, bodyId))) return "NOT_YOUR_ROLE";
  if (!isCompetentFor(post.competence ?? null, code)) return "NOT_YOUR_COMPETENCE";
  return versionKind === "FROZEN" ? null : "VERSION_NOT_FROZEN";
}

/** Whoever must act on a condition or a refusal has to be able to: «no» is not a reason. */
export function isReasoned(verdict: Verdict, text: string): boolean {
  return text.trim() !== "" && (verdict === "FAVOURABLE" || /\S\s+\S/.test(text.trim()));
}

/** Of the opinions on a section, those that count: of each control the last. */
export function standingOpinions<
  O extends { readonly bodyId: string; readonly competence: Competence; readonly at: Date | string },
>(opinions: readonly O[]): O[] {
  const last = new Map<string, O>();
  for (const opinion of opinions) {
    const control = `${opinion.competence} ${opinion.bodyId}`;
    const before = last.get(control);
    if (!before || new Date(before.at) < new Date(opinion.at)) last.set(control, opinion);
  }
  return [...last.values()];
}
