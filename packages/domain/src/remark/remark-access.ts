import type { Post, Role } from "../access/role.ts";
import type { RefusalCode } from "../sentences/refusal.ts";
import type { RemarkState } from "./remark-state.ts";

/** Who writes a body's texts answers for what is said of them; who answers for its acts, and who controls it, reads. */
const deciders: readonly Role[] = ["RTD", "EDITOR"];
const readers: readonly Role[] = [...deciders, "SECRETARY", "AUDITOR"];

/** What is done with a remark, and from which states. What is online may be taken off again: whoever wrote it may have named
 *  somebody whom nobody should read of. */
const decisions = {
  PUBLISH: ["NEW"],
  ANSWER: ["PUBLISHED"],
  DISMISS: ["NEW", "PUBLISHED"],
} satisfies Record<string, readonly RemarkState[]>;
export type RemarkDecision = keyof typeof decisions;

/** A remark as it stands, and as the one who decides saw it. */
export interface RemarkFacts {
  readonly bodyId: string;
  readonly state: RemarkState;
  readonly seen: RemarkState;
  readonly isAnswered: boolean;
}

export function mayReadRemarks(bodyId: string, posts: readonly Post[]): boolean {
  return holdsOneOf(readers, bodyId, posts);
}

export function mayDecideRemarks(bodyId: string, posts: readonly Post[]): boolean {
  return holdsOneOf(deciders, bodyId, posts);
}

/** Why a person with these posts may not decide this of a remark, or null. Of two who decide at once one is first: what the other
 *  saw stands there no more, and they hear it, also where both wanted the same. */
export function whyNotDecideRemark(
  decision: RemarkDecision,
  { bodyId, state, seen, isAnswered }: RemarkFacts,
  posts: readonly Post[],
): RefusalCode | null {
  if (!mayReadRemarks(bodyId, posts)) return "NOT_FOUND";
  if (!mayDecideRemarks(bodyId, posts)) return "NOT_YOUR_ROLE";
  if (state !== seen || (decision === "ANSWER" && isAnswered)) return "REMARK_DECIDED";
  const from: readonly RemarkState[] = decisions[decision];
  return from.includes(state) ? null : "NOT_IN_THIS_STATE";
}

function holdsOneOf(roles: readonly Role[], bodyId: string, posts: readonly Post[]): boolean {
  return posts.some((post) => post.bodyId === bodyId && roles.includes(post.role));
}
