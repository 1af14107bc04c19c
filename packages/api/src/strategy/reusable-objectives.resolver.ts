import { badInput } from "@upiao/domain";
import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { largestReusable, longestSearch, usualReusable } from "../limits.ts";
import { countOf } from "../requests/input.ts";
import { findReusableObjectives } from "./find-reusable-objectives.ts";
import { ReusableObjective } from "./reusable-objective.ts";

@Resolver()
export class ReusableObjectivesResolver {
  @Query(() => [ReusableObjective], {
    description:
      "Objectives to be reused, by words of their titles: of texts that I may read and, where there are words, of published plans.",
    complexity: ({ args, childComplexity }) => 1 + args.first * childComplexity,
  })
  reusableObjectives(
    @Arg("search", () => String) search: string,
    @Arg("first", () => Int, { nullable: true, defaultValue: usualReusable }) first: number | null,
    @Ctx() context: Context,
  ): Promise<ReusableObjective[]> {
    const count = context.signedIn && countOf(first ?? usualReusable, "first", largestReusable);
    if (search.length > longestSearch) throw badInput("search", "TOO_LONG", { most: longestSearch });
    return findReusableObjectives(context, search, count);
  }
}
