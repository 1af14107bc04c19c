import { badInput } from "@upiao/domain";
import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { largestReusable, longestCode, longestSearch, usualReusable } from "../limits.ts";
import { countOf } from "../requests/input.ts";
import { findReusableObjectives } from "./find-reusable-objectives.ts";
import { ReusableObjective } from "./reusable-objective.ts";

@Resolver()
export class ReusableObjectivesResolver {
  @Query(() => [ReusableObjective], {
    description:
      "Objectives to be reused, by words of their titles and by the item of the Piano triennale that they name: of texts that I may read and, where either is asked for, of published plans.",
    complexity: ({ args, childComplexity }) => 1 + args.first * childComplexity,
  })
  reusableObjectives(
    @Arg("search", () => String) search: string,
    @Arg("item", () => String, { nullable: true, description: "Code of an item." })
    item: string | null | undefined,
    @Arg("first", () => Int, { nullable: true, defaultValue: usualReusable }) first: number | null,
    @Ctx() context: Context,
  ): Promise<ReusableObjective[]> {
    const count = context.signedIn && countOf(first ?? usualReusable, "first", largestReusable);
    if (search.length > longestSearch) throw badInput("search", "TOO_LONG", { most: longestSearch });
    // Nobody can type these, and PostgreSQL cannot hold them.
    const code = item == null || /^\s*$/.test(item) ? null : item.replaceAll(/[\0\p{Surrogate}]/gu, "\ufffd");
    if (code !== null && code.length > longestCode) throw badInput("item", "TOO_LONG", { most: longestCode });
    return findReusableObjectives(context, { search, item: code }, count);
  }
}
