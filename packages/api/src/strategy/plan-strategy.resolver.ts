import { Plan } from "@upiao/db";
import { standsInPlanOf } from "@upiao/domain";
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { In } from "typeorm";
import type { Context } from "../context.ts";
import { usualCarryOver, usualPlans } from "../limits.ts";
import { readPlan } from "../plan/read-plan.ts";
import { askedId } from "../requests/asked-id.ts";
import { readFacts, readSection } from "../section/read-section.ts";
import { carryOverLinks } from "./carry-over-links.ts";
import { findCarryOver } from "./find-carry-over.ts";
import { decisionsOf, LinkDecision } from "./link-decision.ts";
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
      "Writes into the texts what becomes of the links that the newest edition has changed, and moves the plan to it once none is left undecided; without decisions, where there is nothing to decide. Of an objective all links are decided together.",
  })
  carryOverLinks(
    @Arg("planId", () => ID) planId: string,
    @Arg("edition", () => String) edition: string,
    @Arg("decisions", () => [LinkDecision]) decisions: LinkDecision[],
    @Ctx() context: Context,
  ): Promise<Plan> {
    return carryOverLinks(context, {
      planId: askedId(planId),
      edition,
      decisions: decisionsOf(decisions),
    });
  }
}
