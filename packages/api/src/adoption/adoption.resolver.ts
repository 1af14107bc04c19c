import { Adoption, type Body, Plan } from "@upiao/db";
import { badInput, publicPlanPath } from "@upiao/domain";
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { longestActNumber, longestReason, mostAmended, usualAdoptions } from "../limits.ts";
import { readPlan } from "../plan/read-plan.ts";
import { askedId } from "../requests/asked-id.ts";
import { lineOf, pastDayOf, textOf } from "../requests/input.ts";
import { readAll } from "../requests/read-all.ts";
import { ActInput, actKindOf } from "./act-input.ts";
import { adoptPlan } from "./adopt-plan.ts";
import { amendPlan } from "./amend-plan.ts";
import { annulAdoption } from "./annul-adoption.ts";
import { publishPlan } from "./publish-plan.ts";

@Resolver(() => Plan)
export class PlanAdoptionResolver {
  @FieldResolver(() => [Adoption], {
    description: "How it was adopted and amended, the latest first.",
    complexity: ({ childComplexity }) => 1 + usualAdoptions * childComplexity,
  })
  adoptions(@Root() plan: Plan, @Ctx() { loaders }: Context): Promise<Adoption[]> {
    return loaders.planAdoptions.load(plan.id);
  }

  @Mutation(() => Plan, {
    description:
      "Adopts a validated plan, or its aggiornamento, by its act: from its frozen texts it is put together as one, with a hash, for good.",
  })
  async adoptPlan(
    @Arg("planId", () => ID) planId: string,
    @Arg("act", () => ActInput) { kind, number, day, fileId }: ActInput,
    @Ctx() context: Context,
  ): Promise<Plan> {
    const plan = await readPlan(context, planId);
    const body = (await context.loaders.bodies.load(plan.bodyId))!;
    const act = readAll({
      kind: () => actKindOf(kind, body),
      number: () => lineOf(number, "number", longestActNumber),
      day: () => pastDayOf(day, "day"),
      fileId: () => askedId(fileId),
    });
    return adoptPlan(context, plan.id, act);
  }

  @Mutation(() => Plan, {
    description:
      "Annuls an adoption that is not published, by its reason: the plan is validated again, to be adopted with the right act. What was adopted stays on record.",
  })
  annulAdoption(
    @Arg("planId", () => ID) planId: string,
    @Arg("reason", () => String) reason: string,
    @Ctx() context: Context,
  ): Promise<Plan> {
    return annulAdoption(context, askedId(planId), textOf(reason, "reason", longestReason));
  }

  @Mutation(() => Plan, { description: "Puts the adopted plan online, for good." })
  publishPlan(@Arg("planId", () => ID) planId: string, @Ctx() context: Context): Promise<Plan> {
    return publishPlan(context, askedId(planId));
  }

  @Mutation(() => Plan, {
    description:
      "Opens the next aggiornamento of a published plan, with those of its own sections that it changes; or further sections of one that is open.",
  })
  amendPlan(
    @Arg("planId", () => ID) planId: string,
    @Arg("sectionIds", () => [ID]) sectionIds: string[],
    @Arg("reason", () => String) reason: string,
    @Ctx() context: Context,
  ): Promise<Plan> {
    if (sectionIds.length > mostAmended) throw badInput("sectionIds", "TOO_MANY", { most: mostAmended });
    return amendPlan(context, {
      planId: askedId(planId),
      sectionIds: sectionIds.map(askedId),
      reason: textOf(reason, "reason", longestReason),
    });
  }
}

@Resolver(() => Adoption)
export class AdoptionResolver {
  @FieldResolver(() => String, { description: "SHA-256 of the canonical form, in hex." })
  sha256(@Root() { sha256 }: Adoption): string {
    return sha256.toString("hex");
  }

  @FieldResolver(() => Date, { nullable: true, description: "Since when it is online." })
  async publishedAt(@Root() { id }: Adoption, @Ctx() { loaders }: Context): Promise<Date | null> {
    return (await loaders.publications.load(id))?.at ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Where everybody reads it, once it is online.",
  })
  async publicPath(@Root() adoption: Adoption, @Ctx() { loaders }: Context): Promise<string | null> {
    if (!(await loaders.publications.load(adoption.id))) return null;
    const plan = (await loaders.plans.load(adoption.planId))!;
    const body: Body = (await loaders.bodies.load(plan.bodyId))!;
    return publicPlanPath(body, plan.firstYear, adoption.amendment);
  }
}
