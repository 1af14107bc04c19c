import { Remark, RemarkStateEnum } from "@upiao/db";
import { mayDecideRemarks, publicPlanPath, type RemarkState } from "@upiao/domain";
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { largestPage, longestAnswer, longestReason, usualPage, usualRemarkDesks } from "../limits.ts";
import { askedId } from "../requests/asked-id.ts";
import { countOf, textOf, textOrNull } from "../requests/input.ts";
import { decideRemark } from "./decide-remark.ts";
import { listRemarkDesks, listRemarks } from "./list-remarks.ts";
import { RemarkDesk, RemarkPage } from "./remark-page.ts";

@Resolver(() => Remark)
export class RemarkResolver {
  @Query(() => RemarkPage, {
    description:
      "What citizens have said of a body's plans, the latest first. NOT_FOUND for who does not read them for the body.",
    complexity: ({ args, childComplexity }) => 1 + args.first * childComplexity,
  })
  remarks(
    @Arg("bodyId", () => ID) bodyId: string,
    @Arg("state", () => RemarkStateEnum) state: RemarkState,
    @Arg("first", () => Int, { nullable: true, defaultValue: usualPage }) first: number | null,
    @Arg("after", () => String, { nullable: true }) after: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<RemarkPage> {
    const count = countOf(first ?? usualPage, "first", largestPage);
    return listRemarks(context, askedId(bodyId), state, count, after ?? null);
  }

  @Query(() => [RemarkDesk], {
    description: "The bodies for which I read remarks of citizens, as far as there are any.",
    complexity: ({ childComplexity }) => 1 + usualRemarkDesks * childComplexity,
  })
  remarkDesks(@Ctx() context: Context): Promise<RemarkDesk[]> {
    return listRemarkDesks(context);
  }

  @FieldResolver(() => Int, { description: "Of the plan that it is about." })
  async firstYear(@Root() { planId }: Remark, @Ctx() { loaders }: Context): Promise<number> {
    return (await loaders.plans.load(planId))!.firstYear;
  }

  @FieldResolver(() => String, { description: "The page on which everybody reads the published remarks." })
  async publicPath(@Root() { planId, bodyId }: Remark, @Ctx() { loaders }: Context): Promise<string> {
    const [plan, body] = await Promise.all([loaders.plans.load(planId), loaders.bodies.load(bodyId)]);
    return `${publicPlanPath(body!, plan!.firstYear)}/osservazioni`;
  }

  @FieldResolver(() => String, { nullable: true })
  decidedByName(@Root() { decidedById }: Remark, @Ctx() context: Context): Promise<string | null> {
    return nameOf(context, decidedById);
  }

  @FieldResolver(() => String, { nullable: true })
  answeredByName(@Root() { answeredById }: Remark, @Ctx() context: Context): Promise<string | null> {
    return nameOf(context, answeredById);
  }

  @FieldResolver(() => Boolean, { description: "Whether it is mine to decide on." })
  mayDecide(@Root() { bodyId }: Remark, @Ctx() { signedIn }: Context): boolean {
    return mayDecideRemarks(bodyId, signedIn.posts);
  }

  @Mutation(() => Remark, { description: "Puts a remark online, with an answer or without." })
  publishRemark(
    @Arg("id", () => ID) id: string,
    @Arg("answer", () => String, { nullable: true }) answer: string | null | undefined,
    @Arg("showsName", () => Boolean, { description: "With the name of who wrote it." }) showsName: boolean,
    @Ctx() context: Context,
  ): Promise<Remark> {
    return decideRemark(context, {
      ...{ id: askedId(id), decision: "PUBLISH", seen: "NEW" },
      change: { state: "PUBLISHED", showsName, answer: textOrNull(answer, "answer", longestAnswer) },
    });
  }

  @Mutation(() => Remark, { description: "Answers a published remark, once." })
  answerRemark(
    @Arg("id", () => ID) id: string,
    @Arg("answer", () => String) answer: string,
    @Ctx() context: Context,
  ): Promise<Remark> {
    return decideRemark(context, {
      ...{ id: askedId(id), decision: "ANSWER", seen: "PUBLISHED" },
      change: { answer: textOf(answer, "answer", longestAnswer) },
    });
  }

  @Mutation(() => Remark, { description: "Leaves a remark unpublished, or takes it off again." })
  dismissRemark(
    @Arg("id", () => ID) id: string,
    @Arg("seen", () => RemarkStateEnum, { description: "As it stood when it was decided." })
    seen: RemarkState,
    @Arg("reason", () => String) reason: string,
    @Ctx() context: Context,
  ): Promise<Remark> {
    return decideRemark(context, {
      ...{ id: askedId(id), decision: "DISMISS", seen },
      change: { state: "DISMISSED", reason: textOf(reason, "reason", longestReason) },
    });
  }
}

async function nameOf({ loaders }: Context, userId: string | null): Promise<string | null> {
  return userId === null ? null : ((await loaders.users.load(userId))?.name ?? null);
}
