import { Indicator, Objective, Section, Target } from "@upiao/db";
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { textCost, usualIndicators, usualObjectives, usualSections, usualTargets } from "../limits.ts";
import { askedId } from "../requests/asked-id.ts";
import { listObjectives } from "./list-objectives.ts";

/** Whoever holds an `Objective` may read its section. */
@Resolver(() => Objective)
export class ObjectiveResolver {
  @Query(() => [Objective], {
    description:
      "Those in the plans of a body, its own and the shared ones, of a triennium or of all. NOT_FOUND for a body of which I may read nothing.",
    complexity: ({ childComplexity }) => usualSections * (textCost + usualObjectives * childComplexity),
  })
  objectives(
    @Arg("bodyId", () => ID) bodyId: string,
    @Arg("firstYear", () => Int, { nullable: true }) firstYear: number | null | undefined,
    @Ctx() context: Context,
  ): Promise<Objective[]> {
    return listObjectives(context, askedId(bodyId), firstYear ?? null);
  }

  @FieldResolver(() => [Indicator], {
    complexity: ({ childComplexity }) => 1 + usualIndicators * childComplexity,
  })
  indicators(@Root() { id }: Objective, @Ctx() { loaders }: Context): Promise<Indicator[]> {
    return loaders.objectiveIndicators.load(id);
  }
}

@Resolver(() => Indicator)
export class IndicatorResolver {
  @FieldResolver(() => [Target], {
    description: "The values expected, by year; none for a year that has none.",
    complexity: ({ childComplexity }) => 1 + usualTargets * childComplexity,
  })
  targets(@Root() { id }: Indicator, @Ctx() { loaders }: Context): Promise<Target[]> {
    return loaders.indicatorTargets.load(id);
  }
}

@Resolver(() => Section)
export class SectionObjectivesResolver {
  @FieldResolver(() => [Objective], {
    description: "The objectives that stand in its text, as it says them now.",
    complexity: ({ childComplexity }) => textCost + usualObjectives * childComplexity,
  })
  objectives(@Root() { id }: Section, @Ctx() { loaders }: Context): Promise<Objective[]> {
    return loaders.sectionObjectives.load(id);
  }
}
