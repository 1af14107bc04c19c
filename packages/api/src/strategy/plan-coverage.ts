import { StrategyItem } from "@upiao/db";
import { type CoverageTerm, coverageTerms } from "@upiao/domain";
import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { usualChapterLines, usualChapters } from "../limits.ts";
import { ObjectiveLink } from "./objective-link.ts";

const CoverageTermEnum = Object.fromEntries(coverageTerms.map((term) => [term, term]));
registerEnumType(CoverageTermEnum, {
  name: "CoverageTerm",
  description: "DUE: within the plan's years. OPEN: it goes on through them, or has no term.",
});

@ObjectType({ description: "An item of the Piano triennale that a plan should have an objective for." })
export class PlanCoverageLine {
  @Field(() => StrategyItem)
  readonly item!: StrategyItem;

  @Field(() => CoverageTermEnum)
  readonly term!: CoverageTerm;

  @Field(() => Boolean, {
    description: "It is for such bodies only where something more is true of them, which its words say.",
  })
  readonly isConditional!: boolean;

  @Field(() => Boolean)
  readonly isAddressed!: boolean;

  @Field(() => [ObjectiveLink], { description: "The objectives that name its very code." })
  readonly objectives!: readonly ObjectiveLink[];
}

@ObjectType()
export class PlanCoverageChapter {
  @Field(() => StrategyItem)
  readonly chapter!: StrategyItem;

  @Field(() => [PlanCoverageLine], {
    complexity: ({ childComplexity }) => 1 + usualChapterLines * childComplexity,
  })
  readonly lines!: readonly PlanCoverageLine[];
}

@ObjectType({
  description:
    "What a plan should cover of the edition that it is written against, for its kind of body in its years, and what of it the objectives that I may read address.",
})
export class PlanCoverage {
  @Field(() => String)
  readonly edition!: string;

  @Field(() => Int)
  readonly total!: number;

  @Field(() => Int)
  readonly addressed!: number;

  @Field(() => [PlanCoverageChapter], {
    complexity: ({ childComplexity }) => 1 + usualChapters * childComplexity,
  })
  readonly chapters!: readonly PlanCoverageChapter[];
}
