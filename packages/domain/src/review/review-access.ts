import type { Post } from "../access/role.ts";
import { mayActOnSection, type SectionFacts } from "../access/section-access.ts";
import { steps } from "../workflow/step.ts";

/** Whether somebody may ever have something to review; what waits for them is for `whyNotStep` to say. */
export function isReviewer(posts: readonly Pick<Post, "role">[]): boolean {
  return posts.some(({ role }) => steps.VALIDATE.by.some((taker) => taker.role === role));
}

/** Whether somebody controls a body. */
export function isAuditor(posts: readonly Pick<Post, "role">[]): boolean {
  return posts.some(({ role }) => role === "AUDITOR");
}

/** Who reads a body's drafts for the body or for its control takes the record of what was observed on them. */
export function mayTakeRecord(bodyId: string, posts: readonly Post[]): boolean {
  const draft: SectionFacts = {
    state: "DRAFT",
    closed: false,
    adoptedAt: null,
    owner: { kind: "BODY", bodyId, reviewerBodyIds: [] },
  };
  return mayActOnSection("read", draft, posts);
}
