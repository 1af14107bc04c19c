import { loadPlanReviewers } from "@upiao/db";
import { mayReadPlan, planDeadline, whyNotStep } from "@upiao/domain";
import type { Context } from "../context.ts";
import { findSubmittedPlans, type SubmittedPlan } from "./find-submitted-plans.ts";
import { pageOfQueue } from "./queue-order.ts";
import type { PlanQueue } from "./queued-plan.ts";

/** The submitted plans that the viewer can validate. */
export async function listPlanQueue(
  context: Context,
  first: number,
  after: string | null,
): Promise<PlanQueue> {
  const { parts, signedIn, loaders } = context;
  const bodyIds = signedIn.posts.map((post) => post.bodyId);
  const submitted = await findSubmittedPlans(parts.database, bodyIds);
  const ids = submitted.map(({ id }) => id);
  const reviewers = await loadPlanReviewers(parts.database, ids);
  const plans = await Promise.all(ids.map((id) => loaders.plans.load(id)));
  const waits = await Promise.all(
    plans.map(async (plan) => {
      if (!plan) return false;
      const { state, bodyId } = plan;
      const owner = { kind: "BODY", bodyId, reviewerBodyIds: reviewers.get(plan.id) ?? [] } as const;
      const subject = { state, closed: false, adoptedAt: null, owner };
      if (whyNotStep("VALIDATE", subject, signedIn.posts) !== null) return false;
      return mayReadPlan(plan, await factsIn(context, plan.id), signedIn.posts);
    }),
  );
  const { edges, pageInfo } = pageOfQueue(
    submitted.filter((_, index) => waits[index]),
    placeOf,
    first,
    after,
  );
  const shown = await Promise.all(edges.map(({ node }) => loaders.plans.load(node.id)));
  return {
    edges: edges.map(({ cursor, node }, index) => ({
      cursor,
      node: { plan: shown[index]!, submittedAt: node.submittedAt },
    })),
    pageInfo,
  };
}

function placeOf(plan: SubmittedPlan) {
  return [planDeadline(plan), plan.submittedAt?.toISOString() ?? "", plan.id] as const;
}

async function factsIn({ loaders }: Context, planId: string) {
  const rows = await loaders.planSections.load(planId);
  const facts = await Promise.all(rows.map((row) => loaders.facts.load(row.section_id)));
  return facts.filter((one) => one !== null);
}
