import { Body, PlacementEnum, Plan } from "@upiao/db";
import { lastYearOf, outlinePlan, type Placement } from "@upiao/domain";
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { In } from "typeorm";
import type { Context } from "../context.ts";
import { usualOutline, usualPlans } from "../limits.ts";
import { askedId } from "../requests/asked-id.ts";
import { OutlineEntry } from "./outline-entry.ts";
import { readableSectionsOf, readPlan } from "./read-plan.ts";
import { setPlacement } from "./set-placement.ts";

@Resolver(() => Plan)
export class PlanResolver {
  @Query(() => [Plan], {
    description: "The plans of my bodies, by body, the latest first.",
    complexity: ({ childComplexity }) => 1 + usualPlans * childComplexity,
  })
  myPlans(@Ctx() { parts, signedIn }: Context): Promise<Plan[]> {
    return parts.database.getRepository(Plan).find({
      where: { bodyId: In(signedIn.posts.map((post) => post.bodyId)) },
      relations: { body: true },
      order: { body: { name: "ASC" }, firstYear: "DESC" },
    });
  }

  @Query(() => Plan, {
    nullable: true,
    description: "NOT_FOUND for one of which I may read nothing, as for one that does not exist.",
  })
  plan(@Arg("id", () => ID) id: string, @Ctx() context: Context): Promise<Plan> {
    return readPlan(context, id);
  }

  @Mutation(() => Plan, {
    description:
      "Where the plan carries the digital strategy, and under which number; without one, the placement's own. The shared text stays one and the same.",
  })
  setPlacement(
    @Arg("planId", () => ID) planId: string,
    @Arg("placement", () => PlacementEnum) placement: Placement,
    @Arg("number", () => String, { nullable: true }) number: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<Plan> {
    return setPlacement(context, askedId(planId), placement, number?.trim() || null);
  }

  @FieldResolver(() => Body)
  body(@Root() plan: Plan, @Ctx() { loaders }: Context): Promise<Body | null> {
    return loaders.bodies.load(plan.bodyId);
  }

  @FieldResolver(() => Int)
  lastYear(@Root() plan: Plan): number {
    return lastYearOf(plan.firstYear);
  }

  @FieldResolver(() => [OutlineEntry], {
    complexity: ({ childComplexity }) => 1 + usualOutline * childComplexity,
  })
  async outline(@Root() plan: Plan, @Ctx() context: Context): Promise<OutlineEntry[]> {
    const { form, placement, placementNumber } = plan;
    const sections = await readableSectionsOf(context, plan);
    return outlinePlan({ template: context.parts.planTemplate, form, placement, placementNumber, sections });
  }
}
