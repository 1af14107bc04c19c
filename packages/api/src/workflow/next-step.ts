import { ActionEnum } from "@upiao/db";
import { type Action, type RefusalCode, type Subject, steps, stepsFrom, whyNotStep } from "@upiao/domain";
import type { Viewer } from "@upiao/identity";
import { Field, ObjectType } from "type-graphql";

@ObjectType({ description: "A step that leads on from where a section or a plan stands." })
export class NextStep {
  @Field(() => ActionEnum)
  readonly action!: Action;

  @Field(() => Boolean, { description: "It is taken with a reason only." })
  readonly needsReason!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "Code of the refusal that I would get now, or null: the step is mine.",
  })
  readonly whyNot!: RefusalCode | null;
}

/** Adopting a plan, annulling that, publishing and amending it have doors of their own: they come with an act, or with what is
 *  amended. */
export const takenAlone: readonly Action[] = ["SUBMIT", "REQUEST_CHANGES", "VALIDATE"];

/** A section is adopted and published with the plan in which it stands, and a body's own is amended with it. A shared one
 *  stands in many: it is amended for itself. */
export function isTakenAlone(action: Action, { owner }: Subject): boolean {
  return takenAlone.includes(action) || (action === "AMEND" && owner.kind === "OFFICE");
}

/** The steps from here on; `obstacle` says what beside role and state stands in the way of one. */
export function nextStepsOf(
  subject: Subject,
  { posts }: Viewer,
  { isTaken = () => true, obstacle = () => null }: StepRules = {},
): NextStep[] {
  return stepsFrom(subject)
    .filter(isTaken)
    .map((action) => ({
      action,
      needsReason: steps[action].needsReason ?? false,
      whyNot: whyNotStep(action, subject, posts) ?? obstacle(action),
    }));
}

interface StepRules {
  readonly isTaken?: (action: Action) => boolean;
  readonly obstacle?: (action: Action) => RefusalCode | null;
}
