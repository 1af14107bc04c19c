import { Section } from "@upiao/db";
import { Field, Int, ObjectType } from "type-graphql";
import { usualSections } from "../limits.ts";

@ObjectType({
  description:
    "A line of the plan's outline, in the order of the plan: parts, subsections, the shared strategy at its placement.",
})
export class OutlineEntry {
  @Field(() => String)
  readonly number!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => Int, { description: "0 for a part, 1 for a subsection." })
  readonly depth!: number;

  @Field(() => Boolean)
  readonly required!: boolean;

  @Field(() => [String], {
    description:
      "By which cross-references in the texts name it, as `piao:STRATEGIA`: the same wherever the plan places the strategy.",
  })
  readonly codes!: readonly string[];

  @Field(() => [Section], {
    complexity: ({ childComplexity }) => 1 + usualSections * childComplexity,
    description:
      "The sections written here that I may read: none for a mere heading; the shared one is followed by the body's addendum.",
  })
  readonly sections!: readonly Section[];
}
