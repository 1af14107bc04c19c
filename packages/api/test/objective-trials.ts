import { loadSectionFacts, Objective } from "@upiao/db";
import { mayReadPlan } from "@upiao/domain";
import type { GraphQLSchema } from "graphql";
import { Like } from "typeorm";
import { ensureProjected } from "../src/objective/ensure-projected.ts";
import { everyField } from "./every-field.ts";
import { makePerson } from "./people.ts";
import type { Served } from "./served.ts";
import type { Trial } from "./trials.ts";
import { type World } from "./world.ts";
import { writeObjective } from "./write-objective.ts";

/** In each section stand objectives that were taken from those of others, with something that is wrong in them. */
export async function objectiveTrials(served: Served, world: World, schema: GraphQLSchema): Promise<Trial[]> {
  const { database } = served;
  const { id: authorId } = await makePerson(database, "Autore", []);
  for (const [key, sectionId] of Object.entries(world.sections))
    await writeObjective(database, sectionId, authorId, `Segreto ${key}.`);
  const sectionIds = Object.values(world.sections);
  await ensureProjected(database, sectionIds);
  const objectives = database.getRepository(Objective);
  const written = await objectives.findBy({ title: Like("Segreto%") });
  const fault = { field: "title", indicatorKey: null, kind: "MISSING" } as const;
  for (const [index, { id }] of written.entries()) {
    const origin = written[(index + 1) % written.length]!;
    await objectives.update(id, { originId: origin.id, faults: [fault] });
  }
  const facts = [...(await loadSectionFacts(database, Object.values(world.sections))).values()];
  const fields = everyField(schema, "Objective", 2);
  const origins: Trial = {
    name: "objectiveOrigins",
    query: `query ($ids: [ID!]!) { objectiveOrigins(ids: $ids) ${everyField(schema, "ObjectiveOrigin", 0)} }`,
    variables: { ids: [...written.map(({ id }) => id), crypto.randomUUID(), "no"] },
    whyNot: () => null,
  };
  const ofBodies = Object.entries(world.bodies).map(
    ([key, bodyId]): Trial => ({
      name: `objectives of ${key}`,
      query: `query ($id: ID!) { objectives(bodyId: $id) ${fields} }`,
      variables: { id: bodyId },
      whyNot: ({ posts }) => (mayReadPlan({ bodyId }, facts, posts) ? null : "NOT_FOUND"),
    }),
  );
  return [origins, ...ofBodies];
}
