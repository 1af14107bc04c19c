import { Body, findBodies } from "@upiao/db";
import { badInput } from "@upiao/domain";
import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { largestPage, longestSearch, usualBodies } from "../limits.ts";
import { countOf } from "../requests/input.ts";

@Resolver()
export class BodyResolver {
  // Registers of public bodies are public: a newcomer looks for their own before there is an account.
  @Query(() => [Body], {
    description: "By the beginnings of the words of the name, or by ISTAT, IPA or cadastral code.",
    complexity: ({ args, childComplexity }) => 1 + args.first * childComplexity,
  })
  bodies(
    @Arg("search", () => String) search: string,
    @Arg("first", () => Int, { nullable: true, defaultValue: usualBodies }) first: number | null,
    @Ctx() { parts }: Context,
  ): Promise<Body[]> {
    const count = countOf(first ?? usualBodies, "first", largestPage);
    if (search.length > longestSearch) throw badInput("search", "TOO_LONG", { most: longestSearch });
    // What nobody can type, and PostgreSQL cannot hold, separates words.
    return findBodies(parts.database, search.replace(/\p{C}/gu, " "), count);
  }
}
