import { Body, PlacementEnum, Plan, PlanFormEnum } from "@upiao/db";
import { lastYearOf, outlinePlan, type Placement, type PlanForm } from "@upiao/domain";
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { In } from "typeorm";
import type { Context } from "../context.ts";
import { firstYearOfPlans, lastYearOfPlans, usualOutline, usualPlans } from "../limits.ts";
import { askedId } from "../requests/asked-id.ts";
import { wholeOf } from "../requests/input.ts";
import { addableTo, addSection } from "./add-section.ts";
import { OutlineEntry } from "./outline-entry.ts";
import { PlanPart } from "./plan-part.ts";
import { readableSectionsOf, readPlan } from "./read-plan.ts";
import { setPlacement } from "./set-placement.ts";
import { type PlanToStart, partsToStart, startPlan } from "./start-plan.ts";

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

  @Query(() => [PlanPart], {
    description: "The sections that `startPlan` would make, in the order of the plan.",
    complexity: ({ childComplexity }) => 1 + usualOutline * childComplexity,
  })
  async planBeginning(
    @Arg("bodyId", () => ID) bodyId: string,
    @Arg("firstYear", () => Int) firstYear: number,
    @Arg("form", () => PlanFormEnum) form: PlanForm,
    @Arg("fromPlanId", () => ID, { nullable: true }) fromPlanId: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<PlanPart[]> {
    const parts = await partsToStart(context, askedStart(bodyId, firstYear, form, fromPlanId));
    return parts.map(({ code, title, before }) => ({ code, title, hasTextBefore: before !== null }));
  }

  @Query(() => [PlanPart], {
    description: "The parts to which I may add a section: none where I may add nothing.",
    complexity: ({ childComplexity }) => 1 + usualOutline * childComplexity,
  })
  async addableParts(@Arg("planId", () => ID) planId: string, @Ctx() context: Context): Promise<PlanPart[]> {
    const parts = await addableTo(context, await readPlan(context, planId));
    return parts.map((part) => ({ ...part, hasTextBefore: false }));
  }

  @Mutation(() => Plan, {
    description:
      "Begins a body's plan of three years, with a section for each part that its form asks for; from an earlier plan of the body each with its text. ALREADY_EXISTS for years that have one.",
  })
  startPlan(
    @Arg("bodyId", () => ID) bodyId: string,
    @Arg("firstYear", () => Int) firstYear: number,
    @Arg("form", () => PlanFormEnum) form: PlanForm,
    @Arg("fromPlanId", () => ID, { nullable: true }) fromPlanId: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<Plan> {
    return startPlan(context, askedStart(bodyId, firstYear, form, fromPlanId));
  }

  @Mutation(() => Plan, {
    description: "Gives an open plan a section for a part of its outline that has none.",
  })
  addSection(
    @Arg("planId", () => ID) planId: string,
    @Arg("code", () => String) code: string,
    @Ctx() context: Context,
  ): Promise<Plan> {
    return addSection(context, askedId(planId), code);
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

function askedStart(
  bodyId: string,
  firstYear: number,
  form: PlanForm,
  fromPlanId: string | null | undefined,
): PlanToStart {
  return {
    bodyId: askedId(bodyId),
    firstYear: wholeOf(firstYear, "firstYear", firstYearOfPlans, lastYearOfPlans),
    form,
    fromPlanId: fromPlanId == null ? null : askedId(fromPlanId),
  };
}
