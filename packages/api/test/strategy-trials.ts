import { strategyEditions } from "@upiao/catalog";
import { Indicator, loadSectionFacts, loadStrategy, Objective, Plan } from "@upiao/db";
import { mayActOnSection, mayReadPlan, mayWritePlan } from "@upiao/domain";
import type { GraphQLSchema } from "graphql";
import type { DataSource } from "typeorm";
import type { Asker } from "./askers.ts";
import { everyField } from "./every-field.ts";
import type { Served } from "./served.ts";
import type { Trial } from "./trials.ts";
import type { World } from "./world.ts";

/** The first edition, of which the plans of the world are, and another in which an item has a new term. */
export async function loadTwoEditions(database: DataSource): Promise<void> {
  const [first] = strategyEditions();
  await loadStrategy(database, [first!]);
  const items = first!.items.map((item) =>
    item.code === "RA3.2.2" ? { ...item, details: { targets: { "2027": "Tutte le PA" } } } : item,
  );
  await loadStrategy(database, [{ ...first!, code: "2027-2029", items }]);
}

/** In every section an objective with an indicator, which names an item of the Piano triennale. */
export async function strategyTrials(served: Served, world: World, schema: GraphQLSchema): Promise<Trial[]> {
  const { database } = served;
  await loadTwoEditions(database);
  for (const [key, sectionId] of Object.entries(world.sections)) {
    const objective = {
      sectionId,
      key: `strategy-${key}`,
      place: 1,
      title: `Segreto ${key}.`,
      items: ["RA3.2.2"],
    };
    const { id: objectiveId } = await database.getRepository(Objective).save(objective);
    await database.getRepository(Indicator).insert({
      ...{
        sectionId,
        objectiveId,
        key: `strategy-${key}`,
        place: 1,
        name: `Segreto ${key}.`,
        source: "Sito",
      },
      ...{ unit: "NUMBER", direction: "UP" },
    });
  }
  const never = () => null;
  const item = everyField(schema, "StrategyItem", 1);
  const facts = await loadSectionFacts(database, Object.values(world.sections));
  const lists: Trial[] = [
    {
      name: "strategyEditions",
      query: `{ strategyEditions ${everyField(schema, "StrategyEdition", 0)} }`,
      whyNot: never,
    },
    {
      name: "strategyItems",
      query: `{ strategyItems(first: 2) ${everyField(schema, "StrategyItemConnection", 2)} }`,
      whyNot: never,
    },
    { name: "strategyItem", query: `{ strategyItem(code: "RA3.2.2") ${item} }`, whyNot: never },
    {
      name: "reusableObjectives",
      query: `{ reusableObjectives(search: "segreto") ${everyField(schema, "ReusableObjective", 1)} }`,
      whyNot: never,
    },
  ];
  const ofSections = Object.entries(world.sections).map(
    ([key, id]): Trial => ({
      name: `plansOfSection ${key}`,
      query: "query ($id: ID!) { plansOfSection(sectionId: $id) { id dup } }",
      variables: { id },
      whyNot: ({ posts }) => (mayActOnSection("read", facts.get(id)!, posts) ? null : "NOT_FOUND"),
    }),
  );
  const all = [...facts.values()];
  const ofPlans = Object.entries(world.plans).flatMap(([key, id]): Trial[] => {
    const bodyId = world.bodies[key as keyof World["bodies"]];
    const whyNotRead = ({ posts }: Asker) => (mayReadPlan({ bodyId }, all, posts) ? null : "NOT_FOUND");
    return [
      {
        name: `coverage of ${key}`,
        query: `query ($id: ID!) { planCoverage(planId: $id) { edition total addressed chapters { chapter { code }
          lines { item { code } term isConditional isAddressed objectives ${everyField(schema, "ObjectiveLink", 0)} } } } }`,
        variables: { id },
        whyNot: whyNotRead,
      },
      {
        name: `links of ${key} in a new edition`,
        query: `query ($id: ID!) { planCarryOver(planId: $id) ${everyField(schema, "PlanCarryOver", 1)} }`,
        variables: { id },
        whyNot: whyNotRead,
      },
      {
        name: `carryOverLinks ${key}`,
        query: `mutation ($id: ID!) { carryOverLinks(planId: $id, edition: "2027-2029", decisions: []) { id } }`,
        variables: { id },
        whyNot: (asker) =>
          whyNotRead(asker) ?? (mayWritePlan({ bodyId }, asker.posts) ? null : "NOT_YOUR_ROLE"),
        undo: () => database.getRepository(Plan).update(id, { strategyEdition: "2024-2026" }),
      },
    ];
  });
  return [...lists, ...ofSections, ...ofPlans];
}
