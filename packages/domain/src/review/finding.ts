import type { Competence } from "../access/competence.ts";
import type { ControlPost } from "./opinion.ts";

/** For which control a finding was raised, and by whom. */
export interface RaisedFinding {
  readonly byUserId: string;
  readonly bodyId: string;
  readonly competence: Competence | null;
}

/** Who speaks for the control that raised a finding: its author, or who holds the same post now. */
export function speaksForControl(
  finding: RaisedFinding,
  userId: string,
  posts: readonly ControlPost[],
): boolean {
  return (
    userId === finding.byUserId ||
    posts.some(
      ({ role, bodyId, competence }) =>
        role === "AUDITOR" && bodyId === finding.bodyId && competence === finding.competence,
    )
  );
}

/** Whether the body still owes a finding its answer: the last word is the control's. */
export function isReplyAwaited(
  finding: RaisedFinding,
  last: { readonly userId: string; readonly posts: readonly ControlPost[] } | null,
): boolean {
  return last === null || speaksForControl(finding, last.userId, last.posts);
}
