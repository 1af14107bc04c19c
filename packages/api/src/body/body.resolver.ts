import { Body, findBodies } from "@upiao/db";
import { badInput } from "@upiao/domain";
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { largestPage, longestSearch, usualBodies } from "../limits.ts";
import { countOf } from "../requests/input.ts";

@Resolver(() => Body)
export class BodyResolver {
  // Registers of public bodies are public: a newcomer looks for their own before there is an account.
  @Query(() => [Body], {
    description:
      "By the beginnings of the words of the name, or by ISTAT, IPA or cadastral code, also by former ones.",
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

  @FieldResolver(() => Body, { nullable: true, description: "The body that one that has ended went into." })
  async successor(@Root() { successorId }: Body, @Ctx() { loaders }: Context): Promise<Body | null> {
    return successorId === null ? null : loaders.bodies.load(successorId);
  }

  @FieldResolver(() => [String], { description: "The names that it had before, the last one first." })
  async formerNames(@Root() { id }: Body, @Ctx() { loaders }: Context): Promise<string[]> {
    const changes = await loaders.formerNames.load(id);
    return changes.flatMap(({ before }) => before ?? []);
  }
}
