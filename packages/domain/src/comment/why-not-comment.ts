import { type Access, reaches } from "../access/access.ts";
import type { Competence } from "../access/competence.ts";
import type { Post, Role } from "../access/role.ts";
import { accessTo, mayActOnSection, postIn, type SectionFacts } from "../access/section-access.ts";
import type { RefusalCode } from "../sentences/refusal.ts";
import type { ThreadKind, ThreadState } from "./thread.ts";

/** What the rules need to know of a thread. */
export interface ThreadFacts {
  readonly kind: ThreadKind;
  readonly state: ThreadState;
  readonly byUserId: string;
  /** The post for which it was raised. */
  readonly bodyId: string;
  readonly role: Role;
  readonly competence: Competence | null;
}

export interface CommentFacts {
  readonly byUserId: string;
  readonly isDeleted: boolean;
}

/** What the rules need to know of a section for one person: how far they may go in it, and which bodies it is of. The page
 *  knows no more of it. */
export interface CommentPlace {
  readonly access: Access;
  readonly bodyIds: readonly string[];
}

/** The same, for who knows all of the section. */
export function commentPlaceOf(section: SectionFacts, posts: readonly Post[]): CommentPlace {
  const { owner } = section;
  const bodyIds = owner.kind === "BODY" ? [owner.bodyId] : [owner.leadBodyId, ...owner.memberBodyIds];
  return { access: accessTo(section, posts), bodyIds };
}

/** Somebody who wants to do something, with all their posts. */
export interface Commenter {
  readonly userId: string;
  readonly posts: readonly Post[];
}

type Discussed = Pick<ThreadFacts, "state">;

/** Why somebody may not comment here, or null. */
export function whyNotComment({ access }: CommentPlace): RefusalCode | null {
  if (access === "NONE") return "NOT_FOUND";
  return reaches(access, "COMMENT") ? null : "NOT_YOUR_ROLE";
}

/** Why they may not raise a thread of this kind. A finding (rilievo) is an auditor's. */
export function whyNotRaise(
  kind: ThreadKind,
  place: CommentPlace,
  posts: readonly Post[],
): RefusalCode | null {
  const why = whyNotComment(place);
  if (why || kind !== "FINDING") return why;
  const isAuditor = posts.some(({ role, bodyId }) => role === "AUDITOR" && place.bodyIds.includes(bodyId));
  return isAuditor ? null : "ONLY_AUDITORS";
}

/** For which of their posts they raise it, or null. */
export function postToRaise<P extends Post>(
  kind: ThreadKind,
  section: SectionFacts,
  posts: readonly P[],
): P | null {
  const fit = kind === "FINDING" ? posts.filter(({ role }) => role === "AUDITOR") : posts;
  const post = postIn(section, fit);
  return post && whyNotComment(commentPlaceOf(section, [post])) === null ? post : null;
}

/** Why they may not answer in a thread: what is resolved is reopened first. */
export function whyNotReply({ state }: Discussed, place: CommentPlace): RefusalCode | null {
  return whyNotComment(place) ?? (state === "OPEN" ? null : "THREAD_RESOLVED");
}

/** Why they may not change or delete a comment: it is somebody else's, or stands in what is resolved. */
export function whyNotChangeComment(
  comment: CommentFacts,
  thread: Discussed,
  place: CommentPlace,
  userId: string,
): RefusalCode | null {
  const why = whyNotComment(place);
  if (why) return why;
  if (comment.byUserId !== userId) return "NOT_YOUR_COMMENT";
  if (comment.isDeleted) return "NOT_IN_THIS_STATE";
  return thread.state === "OPEN" ? null : "THREAD_RESOLVED";
}

/** Why they may not resolve a thread, or reopen it. A finding is closed by its author, or by whoever does the same
 *  control for the same body after them, and never by the body that it concerns. */
export function whyNotSettle(
  thread: ThreadFacts,
  place: CommentPlace,
  { userId, posts }: Commenter,
): RefusalCode | null {
  const why = whyNotComment(place);
  if (why || thread.kind !== "FINDING") return why;
  const isOfThatControl = posts.some(
    ({ role, bodyId, competence = null }) =>
      role === thread.role &&
      bodyId === thread.bodyId &&
      (thread.byUserId === userId || competence === thread.competence),
  );
  return isOfThatControl ? null : "FINDING_OF_OTHERS";
}

/** Whether a thread waits for somebody else's word: a question or a finding in which those who raised it were the last to
 *  write. `comments` are in their order. */
export function isAwaitingReply(
  thread: ThreadFacts,
  comments: readonly { readonly role: Role; readonly bodyId: string; readonly isDeleted: boolean }[],
): boolean {
  if (thread.state !== "OPEN" || thread.kind === "OBSERVATION") return false;
  const last = comments.filter(({ isDeleted }) => !isDeleted).at(-1);
  return last !== undefined && last.role === thread.role && last.bodyId === thread.bodyId;
}

/** Whether somebody with these posts may be mentioned: who is named reads what they are named in. */
export function mayBeMentioned(section: SectionFacts, posts: readonly Post[]): boolean {
  return mayActOnSection("read", section, posts);
}
