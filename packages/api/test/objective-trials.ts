import { loadSectionFacts } from "@upiao/db";
import { mayReadPlan } from "@upiao/domain";
import type { GraphQLSchema } from "graphql";
import { everyField } from "./every-field.ts";
import { makePerson } from "./people.ts";
import type { Served } from "./served.ts";
import type { Trial } from "./trials.ts";
import { type World } from "./world.ts";
import { writeObjective } from "./write-objective.ts";

/** An objective stands in each section. */
export async function objectiveTrials(served: Served, world: World, schema: GraphQLSchema): Promise<Trial[]> {
  const { database } = served;
  const { id: authorId } = await makePerson(database, "Autore", []);
  for (const [key, sectionId] of Object.entries(world.sections))
    await writeObjective(database, sectionId, authorId, `Segreto ${key}.`);
  const facts = [...(await loadSectionFacts(database, Object.values(world.sections))).values()];
  const fields = everyField(schema, "Objective", 2);
  return Object.entries(world.bodies).map(
    ([key, bodyId]): Trial => ({
      name: `objectives of ${key}`,
      query: `query ($id: ID!) { objectives(bodyId: $id) ${fields} }`,
      variables: { id: bodyId },
      whyNot: ({ posts }) => (mayReadPlan({ bodyId }, facts, posts) ? null : "NOT_FOUND"),
    }),
  );
}
