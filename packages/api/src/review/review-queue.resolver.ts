import { Arg, Ctx, ID, Int, Query, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { largestPage, usualQueue, usualQueueBodies } from "../limits.ts";
import { askedId } from "../requests/asked-id.ts";
import { countOf } from "../requests/input.ts";
import { listPlanQueue } from "./list-plan-queue.ts";
import { listReviewQueue } from "./list-review-queue.ts";
import { PlanQueue } from "./queued-plan.ts";
import { ReviewQueue } from "./queued-section.ts";

@Resolver()
export class ReviewQueueResolver {
  @Query(() => ReviewQueue, {
    description:
      "The submitted sections that wait for me, what is due first before what has waited longest. `bodyId` asks for one body's own.",
    complexity: ({ args, childComplexity }) => usualQueueBodies + args.first * childComplexity,
  })
  reviewQueue(
    @Arg("bodyId", () => ID, { nullable: true }) bodyId: string | null | undefined,
    @Arg("first", () => Int, { nullable: true, defaultValue: usualQueue }) first: number | null,
    @Arg("after", () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<ReviewQueue> {
    const count = countOf(first ?? usualQueue, "first", largestPage);
    return listReviewQueue(context, bodyId == null ? null : askedId(bodyId), count, after ?? null);
  }

  @Query(() => PlanQueue, {
    description: "The submitted plans that wait for me, in the same order.",
    complexity: ({ args, childComplexity }) => 1 + args.first * childComplexity,
  })
  planQueue(
    @Arg("first", () => Int, { nullable: true, defaultValue: usualQueue }) first: number | null,
    @Arg("after", () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<PlanQueue> {
    return listPlanQueue(context, countOf(first ?? usualQueue, "first", largestPage), after ?? null);
  }
}
