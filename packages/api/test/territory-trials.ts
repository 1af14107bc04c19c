import { AssociatedOffice, loadSectionFacts, Section, sectionIdsAround } from "@upiao/db";
import { mayReadFigures, mayReadOverview, mayReadPlan, mayReadTerritory } from "@upiao/domain";
import type { GraphQLSchema } from "graphql";
import { Between, In } from "typeorm";
import { everyField } from "./every-field.ts";
import { makePerson } from "./people.ts";
import type { Served } from "./served.ts";
import { addReading, makeIndicator, makeObjective } from "./territory-rows.ts";
import type { Trial } from "./trials.ts";
import type { BodyKey, World } from "./world.ts";

/** In each section stands an objective that was measured, under a title that nobody else may read. */
export async function territoryTrials(
  { database }: Served,
  world: World,
  schema: GraphQLSchema,
): Promise<Trial[]> {
  const { id: byUserId } = await makePerson(database, "Misuratrice del territorio", []);
  for (const [key, sectionId] of Object.entries(world.sections)) {
    const objectiveId = await makeObjective(database, sectionId, key, { items: ["RA1.1.1"] });
    const indicatorId = await makeIndicator(database, {
      sectionId,
      objectiveId,
      key,
      targets: { 2026: 100 },
    });
    for (const bodyId of Object.values(world.bodies))
      await addReading(database, { indicatorId, bodyId, year: 2026, value: 50, byUserId });
  }
  // Also what other trials have put there, and nothing whose three years were over before.
  const around = await sectionIdsAround(database, Object.values(world.bodies));
  const covering = await database
    .getRepository(Section)
    .findBy({ id: In(around), firstYear: Between(2024, 2026) });
  const ids = covering.map(({ id }) => id);
  const facts = [...(await loadSectionFacts(database, ids)).values()];
  const { lead, alfa, beta } = world.bodies;
  const leadsOf = (bodyId: string) => ([alfa, beta].includes(bodyId) ? [lead] : []);
  const row = rowFields(schema);
  const bodies = (Object.entries(world.bodies) as [BodyKey, string][]).map(
    ([key, bodyId]): Trial => ({
      name: `bodyOverview ${key}`,
      query: `query ($bodyId: ID!) { bodyOverview(bodyId: $bodyId, year: 2026) { year body { name } row { ${row} }
        objectives { ${leavesOf(schema, "OverviewObjective")} section { title }
          indicators ${everyField(schema, "OverviewIndicator", 1)} } } }`,
      variables: { bodyId },
      whyNot: ({ posts }) =>
        mayReadOverview(bodyId, leadsOf(bodyId), posts) ||
        mayReadPlan({ bodyId }, facts, posts) ||
        facts.some((section) => mayReadFigures(section, bodyId, posts))
          ? null
          : "NOT_FOUND",
    }),
  );
  const overview = `{ ${leavesOf(schema, "TerritoryOverview")} leadBody { name }
    trend ${everyField(schema, "YearProgress", 0)} objectives ${everyField(schema, "ObjectiveCounts", 0)}
    distribution ${everyField(schema, "HeatCount", 0)} coverage ${everyField(schema, "CoveredResult", 0)}
    sums ${everyField(schema, "SummedItem", 0)} services ${everyField(schema, "TerritoryService", 2)} rows { ${row} } }`;
  const { id: officeId } = await database
    .getRepository(AssociatedOffice)
    .findOneByOrFail({ leadBodyId: lead });
  const whyNot: Trial["whyNot"] = ({ posts }) => (mayReadTerritory(lead, posts) ? null : "NOT_FOUND");
  return [
    ...bodies,
    {
      name: "territoryOverview of an office",
      query: `query ($id: ID!) { territoryOverview(officeId: $id, year: 2026) ${overview} }`,
      variables: { id: officeId },
      whyNot,
    },
    {
      name: "territoryOverview of a Province",
      query: `query ($id: ID!) { territoryOverview(provinceId: $id, year: 2026) ${overview} }`,
      variables: { id: lead },
      whyNot,
    },
    {
      name: "territoryOverview of a Comune",
      query: `query ($id: ID!) { territoryOverview(provinceId: $id, year: 2026) ${overview} }`,
      variables: { id: alfa },
      whyNot: () => "NOT_FOUND",
    },
  ];
}

function rowFields(schema: GraphQLSchema): string {
  return `${leavesOf(schema, "TerritoryRow")} body { name } objectives ${everyField(schema, "ObjectiveCounts", 0)}
    trend ${everyField(schema, "YearProgress", 0)}`;
}

/** The names of the fields of a type that hold no other. */
function leavesOf(schema: GraphQLSchema, typeName: string): string {
  return everyField(schema, typeName, 0).slice(1, -1);
}
