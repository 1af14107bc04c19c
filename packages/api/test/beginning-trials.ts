import { loadSectionFacts, Plan, Section } from "@upiao/db";
import { mayReadPlan, mayWritePlan, whyNotStartPlan } from "@upiao/domain";
import type { GraphQLSchema } from "graphql";
import { everyField } from "./every-field.ts";
import type { Served } from "./served.ts";
import type { Trial } from "./trials.ts";
import type { World } from "./world.ts";

/** The beginning of a plan, from the one that each body has, and what is added to it. */
export async function beginningTrials(
  { database }: Served,
  world: World,
  schema: GraphQLSchema,
): Promise<Trial[]> {
  const facts = await loadSectionFacts(database, Object.values(world.sections));
  const [plans, sections] = [database.getRepository(Plan), database.getRepository(Section)];
  const fields = everyField(schema, "Plan", 0);
  const part = everyField(schema, "PlanPart", 0);
  const years = "bodyId: $bodyId, firstYear: 2041, form: FULL, fromPlanId: $from";
  return (["lead", "alfa", "beta", "far"] as const).flatMap((key): Trial[] => {
    const bodyId = world.bodies[key];
    const variables = { bodyId, from: world.plans[key] };
    const whyNot: Trial["whyNot"] = ({ posts }) => whyNotStartPlan(bodyId, posts);
    return [
      {
        name: `planBeginning of ${key}`,
        query: `query ($bodyId: ID!, $from: ID!) { planBeginning(${years}) ${part} }`,
        variables,
        whyNot,
      },
      {
        name: `startPlan of ${key}`,
        query: `mutation ($bodyId: ID!, $from: ID!) { startPlan(${years}) ${fields} }`,
        variables,
        whyNot,
        undo: async () => {
          await sections.delete({ firstYear: 2041 });
          await plans.delete({ firstYear: 2041 });
        },
      },
      {
        name: `addableParts of ${key}`,
        query: `query ($id: ID!) { addableParts(planId: $id) ${part} }`,
        variables: { id: world.plans[key] },
        whyNot: ({ posts }) => (mayReadPlan({ bodyId }, [...facts.values()], posts) ? null : "NOT_FOUND"),
      },
      {
        name: `addSection to ${key}`,
        query: `mutation ($id: ID!) { addSection(planId: $id, code: "4") { id } }`,
        variables: { id: world.plans[key] },
        whyNot: ({ posts }) => {
          if (!mayReadPlan({ bodyId }, [...facts.values()], posts)) return "NOT_FOUND";
          return mayWritePlan({ bodyId }, posts) ? null : "NOT_YOUR_ROLE";
        },
        undo: () => sections.delete({ planId: world.plans[key], code: "4" }),
      },
    ];
  });
}
