import { Plan } from "@upiao/db";
import { mayWritePlan, Refusal, standsInPlanOf } from "@upiao/domain";
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { In } from "typeorm";
import type { Context } from "../context.ts";
import { usualCarryOver, usualPlans } from "../limits.ts";
import { readPlan } from "../plan/read-plan.ts";
import { readFacts, readSection } from "../section/read-section.ts";
import { findCarryOver } from "./find-carry-over.ts";
import { findEdition } from "./find-edition.ts";
import { measureCoverage } from "./measure-coverage.ts";
import { PlanCarryOver } from "./plan-carry-over.ts";
import { PlanCoverage } from "./plan-coverage.ts";

@Resolver(() => Plan)
export class PlanStrategyResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: "Code of the edition of the Piano triennale that it is written against.",
  })
  strategyEdition(@Root() plan: Plan): string | null {
    return plan.strategyEdition;
  }

  // Root fields, and none of a plan: they read all of an edition, and no list of plans wants them.
  @Query(() => PlanCoverage, {
    nullable: true,
    description: "NOT_FOUND for a plan that I may not read; null while no edition is loaded.",
  })
  async planCoverage(
    @Arg("planId", () => ID) planId: string,
    @Ctx() context: Context,
  ): Promise<PlanCoverage | null> {
    return measureCoverage(context, await readPlan(context, planId));
  }

  @Query(() => [PlanCarryOver], {
    description:
      "Links of a plan's objectives that the newest edition has changed; none where it is written against that one. NOT_FOUND for a plan that I may not read.",
    complexity: ({ childComplexity }) => 1 + usualCarryOver * childComplexity,
  })
  async planCarryOver(
    @Arg("planId", () => ID) planId: string,
    @Ctx() context: Context,
  ): Promise<PlanCarryOver[]> {
    return findCarryOver(context, await readPlan(context, planId));
  }

  @Query(() => [Plan], {
    description:
      "The plans of my bodies in which a section stands: what is not covered in them can be written there. NOT_FOUND for one that I may not read.",
    complexity: ({ childComplexity }) => 1 + usualPlans * childComplexity,
  })
  async plansOfSection(
    @Arg("sectionId", () => ID) sectionId: string,
    @Ctx() context: Context,
  ): Promise<Plan[]> {
    const facts = await readFacts(context, sectionId);
    const { planId, firstYear } = await readSection(context, sectionId);
    const mine = [...new Set(context.signedIn.posts.map(({ bodyId }) => bodyId))];
    if (planId !== null) return [await readPlan(context, planId)];
    const bodyIds = mine.filter((bodyId) => standsInPlanOf(bodyId, facts));
    return context.parts.database.getRepository(Plan).find({
      where: { bodyId: In(bodyIds), firstYear },
      relations: { body: true },
      order: { body: { name: "ASC" } },
    });
  }

  @Mutation(() => Plan, {
    description:
      "Writes a plan against another edition of the Piano triennale, once its links are carried over.",
  })
  async setStrategyEdition(
    @Arg("planId", () => ID) planId: string,
    @Arg("edition", () => String) edition: string,
    @Ctx() context: Context,
  ): Promise<Plan> {
    const plan = await readPlan(context, planId);
    if (!mayWritePlan(plan, context.signedIn.posts)) throw new Refusal("NOT_YOUR_ROLE");
    const { code } = await findEdition(context.parts.database, edition);
    return context.parts.database.getRepository(Plan).save({ ...plan, strategyEdition: code });
  }
}
