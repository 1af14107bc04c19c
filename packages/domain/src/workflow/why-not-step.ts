import type { Post } from "../access/role.ts";
import { mayActOnSection, relationTo, type SectionFacts } from "../access/section-access.ts";
import type { RefusalCode } from "../sentences/refusal.ts";
import { type Action, actions, type Step, steps, type Taker } from "./step.ts";

/** What a step moves: a section, or a plan, which has the owner and the state of a section. */
export type Subject = SectionFacts;

/** Why a person with these posts may not take this step now, or null. The page asks before it shows a button and the
 *  server before it acts. */
export function whyNotStep(action: Action, subject: Subject, posts: readonly Post[]): RefusalCode | null {
  if (!mayActOnSection("read", subject, posts)) return "NOT_FOUND";
  if (!postForStep(action, subject, posts)) return "NOT_YOUR_ROLE";
  return steps[action].from.includes(subject.state) ? null : "NOT_IN_THIS_STATE";
}

/** For which of their posts a person takes this step, or null when none lets them. */
export function postForStep<P extends Post>(action: Action, subject: Subject, posts: readonly P[]): P | null {
  return posts.find((post) => takes(post, steps[action], subject)) ?? null;
}

/** The steps that lead on from where this stands, whoever takes them. */
export function stepsFrom(subject: Pick<Subject, "state">): Action[] {
  return actions.filter((action) => steps[action].from.includes(subject.state));
}

/** Roles that take a step here and the bodies at which they hold them: who is to be told that it is their turn. */
export function takersOf(action: Action, subject: Subject): { role: Post["role"]; bodyIds: string[] }[] {
  return steps[action].by
    .filter((taker) => applies(taker, subject))
    .map(({ role, relations }) => ({ role, bodyIds: relations.flatMap((one) => bodiesOf(one, subject)) }))
    .filter(({ bodyIds }) => bodyIds.length > 0);
}

function takes(post: Post, step: Step, subject: Subject): boolean {
  const relation = relationTo(subject, post.bodyId);
  return step.by.some(
    (taker) => taker.role === post.role && taker.relations.includes(relation) && applies(taker, subject),
  );
}

function applies({ ifUnreviewed }: Taker, { owner }: Subject): boolean {
  return !ifUnreviewed || (owner.kind === "BODY" && owner.reviewerBodyIds.length === 0);
}

function bodiesOf(relation: Taker["relations"][number], { owner }: Subject): string[] {
  if (owner.kind === "OFFICE") {
    return relation === "OFFICE" ? [...new Set([owner.leadBodyId, ...owner.memberBodyIds])] : [];
  }
  if (relation === "OWN") return [owner.bodyId];
  return relation === "REVIEWING" ? [...owner.reviewerBodyIds] : [];
}
