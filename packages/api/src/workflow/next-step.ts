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

/** Adopting and publishing come with their acts, and an amendment with what it amends. */
export const takenHere: readonly Action[] = ["SUBMIT", "REQUEST_CHANGES", "VALIDATE"];

/** The steps from here on; `obstacle` says what beside role and state stands in the way of one. */
export function nextStepsOf(
  subject: Subject,
  { posts }: Viewer,
  obstacle: (action: Action) => RefusalCode | null = () => null,
): NextStep[] {
  return stepsFrom(subject)
    .filter((action) => takenHere.includes(action))
    .map((action) => ({
      action,
      needsReason: steps[action].needsReason ?? false,
      whyNot: whyNotStep(action, subject, posts) ?? obstacle(action),
    }));
}
