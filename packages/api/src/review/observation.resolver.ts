import { Arg, Ctx, ID, Int, Query, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { largestPage, usualPage } from "../limits.ts";
import { askedId } from "../requests/asked-id.ts";
import { countOf } from "../requests/input.ts";
import { listObservations } from "./list-observations.ts";
import { ObservationPage } from "./observation.ts";

@Resolver()
export class ObservationResolver {
  @Query(() => ObservationPage, {
    description:
      "The record of what was observed on a body's plan, the oldest first. NOT_FOUND for who neither works on its drafts nor controls it.",
    complexity: ({ args, childComplexity }) => 1 + args.first * childComplexity,
  })
  observations(
    @Arg("bodyId", () => ID) bodyId: string,
    @Arg("first", () => Int, { nullable: true, defaultValue: usualPage }) first: number | null,
    @Arg("after", () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<ObservationPage> {
    const count = countOf(first ?? usualPage, "first", largestPage);
    return listObservations(context, askedId(bodyId), count, after ?? null);
  }
}
