import { ActionEnum, Plan, WorkflowStep } from "@upiao/db";
import { type Action, isHandedIn, mayWritePlan, planDeadline, Refusal, worksFor } from "@upiao/domain";
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { longestReason, textCost, usualGaps, usualOutline, usualSteps } from "../limits.ts";
import { readPlan } from "../plan/read-plan.ts";
import { askedId } from "../requests/asked-id.ts";
import { dayOf, textOf, textOrNull } from "../requests/input.ts";
import { readAll } from "../requests/read-all.ts";
import { advancePlan } from "./advance-plan.ts";
import { NextStep, nextStepsOf } from "./next-step.ts";
import { PlanGap } from "./plan-gap.ts";
import { readPlanStanding, subjectOf } from "./plan-standing.ts";

@Resolver(() => Plan)
export class PlanWorkflowResolver {
  @FieldResolver(() => String, { description: "Day by which it has to be adopted, ISO 8601." })
  deadline(@Root() plan: Plan): string {
    return planDeadline(plan);
  }

  @FieldResolver(() => [PlanGap], {
    description:
      "What it lacks against the piano-tipo: for its body and, once it is submitted, for its reviewer.",
    complexity: ({ childComplexity }) => usualOutline * textCost + usualGaps * childComplexity,
  })
  async gaps(@Root() plan: Plan, @Ctx() { parts, signedIn }: Context): Promise<readonly PlanGap[]> {
    // Of the drafts that a reviewer may not see yet, this would tell which are written.
    if (!isHandedIn(plan.state) && !worksFor(plan.bodyId, signedIn.posts)) return [];
    return (await readPlanStanding(parts.database, plan, parts.planTemplate)).gaps;
  }

  @FieldResolver(() => [NextStep], { description: "The steps from here on, those of others too." })
  async nextSteps(@Root() plan: Plan, @Ctx() { parts, signedIn }: Context): Promise<NextStep[]> {
    return nextStepsOf(await subjectOf(parts.database, plan), signedIn);
  }

  @FieldResolver(() => [WorkflowStep], {
    description: "What has been done with it, the latest first.",
    complexity: ({ childComplexity }) => 1 + usualSteps * childComplexity,
  })
  steps(@Root() plan: Plan, @Ctx() { loaders }: Context): Promise<WorkflowStep[]> {
    return loaders.planSteps.load(plan.id);
  }

  @Mutation(() => Plan, {
    description:
      "Takes a step of a plan. Who submits it submits its written sections too; one that lacks what is required wants a reason.",
  })
  advancePlan(
    @Arg("planId", () => ID) planId: string,
    @Arg("action", () => ActionEnum) action: Action,
    @Arg("reason", () => String, { nullable: true }) reason: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<Plan> {
    return advancePlan(context, askedId(planId), action, textOrNull(reason, "reason", longestReason));
  }

  @Mutation(() => Plan, {
    description:
      "Notes until when the term of the budget was put off, and by which act: the plan is due 30 days later. Null: it was not.",
  })
  async setBudgetDeadline(
    @Arg("planId", () => ID) planId: string,
    @Arg("day", () => String, { nullable: true }) day: string | null | undefined,
    @Arg("reason", () => String, { nullable: true }) reason: string | null | undefined,
    @Ctx() context: Context,
  ): Promise<Plan> {
    const plan = await readPlan(context, planId);
    if (!mayWritePlan(plan, context.signedIn.posts)) throw new Refusal("NOT_YOUR_ROLE");
    const putOff = readAll({
      budgetDeadline: () => (day == null ? null : dayOf(day, "day")),
      deadlineReason: () => (day == null ? null : textOf(reason ?? "", "reason", longestReason)),
    });
    return context.parts.database.getRepository(Plan).save({ ...plan, ...putOff });
  }
}
