import { Indicator, Objective, ObjectiveFault, Section, Target } from "@upiao/db";
import { badInput } from "@upiao/domain";
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import {
  mostOrigins,
  textCost,
  usualFaults,
  usualIndicators,
  usualObjectives,
  usualSections,
  usualTargets,
} from "../limits.ts";
import { askedId } from "../requests/asked-id.ts";
import { findOrigin } from "./find-origin.ts";
import { listObjectives } from "./list-objectives.ts";
import { ObjectiveOrigin } from "./objective-origin.ts";

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

  @Query(() => [ObjectiveOrigin], {
    description:
      "Of these objectives those that I may read, with whose they are: what a block of a text that was taken from one is to show.",
    complexity: ({ args, childComplexity }) => 1 + args.ids.length * (2 + childComplexity),
  })
  async objectiveOrigins(
    @Arg("ids", () => [ID]) ids: string[],
    @Ctx() context: Context,
  ): Promise<ObjectiveOrigin[]> {
    if (context.signedIn && ids.length > mostOrigins)
      throw badInput("ids", "TOO_MANY", { most: mostOrigins });
    const found = await Promise.all([...new Set(ids)].map((id) => findOrigin(context, id)));
    return found.filter((origin) => origin !== null);
  }

  @FieldResolver(() => ObjectiveOrigin, {
    nullable: true,
    description: "The objective that it was taken from; null also for one that I may not read.",
  })
  origin(@Root() { originId }: Objective, @Ctx() context: Context): Promise<ObjectiveOrigin | null> | null {
    return originId === null ? null : findOrigin(context, originId);
  }

  @FieldResolver(() => [ObjectiveFault], {
    description: "What is wrong in its fields and in those of its indicators.",
    complexity: ({ childComplexity }) => 1 + usualFaults * childComplexity,
  })
  faults(@Root() { faults }: Objective): readonly ObjectiveFault[] {
    return faults;
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
