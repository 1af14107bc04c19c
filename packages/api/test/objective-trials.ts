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

/** In each section stand objectives that were taken from those of others, with a title that is missing. */
export async function objectiveTrials(served: Served, world: World, schema: GraphQLSchema): Promise<Trial[]> {
  const { database } = served;
  const { id: authorId } = await makePerson(database, "Autore", []);
  for (const [key, sectionId] of Object.entries(world.sections))
    await writeObjective(database, sectionId, authorId, `Segreto ${key}.`);
  const sectionIds = Object.values(world.sections);
  await ensureProjected(database, sectionIds);
  const written = await database.getRepository(Objective).findBy({ responsible: Like("Segreto%") });
  const ids = written.map(({ id }) => id);
  for (const [index, sectionId] of sectionIds.entries()) {
    const others = [written[index % written.length]!, written[(index + 3) % written.length]!];
    for (const { id: origin } of others) await writeObjective(database, sectionId, authorId, "", { origin });
  }
  const facts = [...(await loadSectionFacts(database, Object.values(world.sections))).values()];
  const fields = everyField(schema, "Objective", 2);
  const origins: Trial = {
    name: "objectiveOrigins",
    query: `query ($ids: [ID!]!) { objectiveOrigins(ids: $ids) ${everyField(schema, "ObjectiveOrigin", 0)} }`,
    variables: { ids: [...ids, crypto.randomUUID(), "no"] },
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
