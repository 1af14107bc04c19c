import { loadSectionFacts, MeasurementImport, MeasurementImportCell, MeasurementRevision } from "@upiao/db";
import { mayReadGrid, mayReadMeasurements, type RefusalCode, whyNotMeasure } from "@upiao/domain";
import type { GraphQLSchema } from "graphql";
import type { Asker } from "./askers.ts";
import { everyField } from "./every-field.ts";
import { makeIndicator, makeMeasurement, makeObjective } from "./measured.ts";
import { makePerson } from "./people.ts";
import type { Served } from "./served.ts";
import type { Trial } from "./trials.ts";
import type { BodyKey, SectionKey, World } from "./world.ts";

/** What each body measures in 2026: of its own, and of the strategy that its office shares. Who has left keeps what was adopted
 *  before, which is of other years. */
const measured: Readonly<Record<BodyKey, readonly SectionKey[]>> = {
  lead: ["shared"],
  alfa: ["alfaDraft", "alfaSubmitted", "shared"],
  beta: ["betaDraft", "shared"],
  gone: ["goneDraft", "shared"],
  far: ["farDraft"],
};

/** In every section an objective with a measured indicator; every body has measured its own and the shared one. */
export async function measurementTrials(
  served: Served,
  world: World,
  schema: GraphQLSchema,
): Promise<Trial[]> {
  const { database } = served;
  const facts = await loadSectionFacts(database, Object.values(world.sections));
  const { id: byUserId } = await makePerson(database, "Misuratrice", []);
  const indicators = {} as Record<SectionKey, string>;
  for (const [key, sectionId] of Object.entries(world.sections) as [SectionKey, string][]) {
    const objectiveId = await makeObjective(database, sectionId, `Segreto ${key}.`);
    indicators[key] = await makeIndicator(database, objectiveId, { name: `Segreto ${key}.` });
  }
  const grid = everyField(schema, "MeasurementGrid", 3);
  const past = everyField(schema, "MeasurementPast", 0);
  const saved = everyField(schema, "SavedMeasurements", 2);
  const preview = everyField(schema, "ImportPreview", 2);

  const trials = Object.entries(world.bodies).map(async ([name, bodyId]): Promise<Trial[]> => {
    const keys = measured[name as BodyKey];
    const known = keys.map((key) => facts.get(world.sections[key])!);
    const first = keys[0]!;
    const indicatorId = indicators[first];
    const measurement = await makeMeasurement(database, {
      indicatorId,
      bodyId,
      round: 1,
      value: 10,
      byUserId,
    });
    await database
      .getRepository(MeasurementRevision)
      .insert({ measurementId: measurement.id, writtenAt: measurement.at, value: 9, byUserId });
    const mayNot = ({ posts }: Asker) => whyNotMeasure(known, bodyId, posts);
    const variables = { bodyId, indicatorId };
    const trials: Trial[] = [
      {
        name: `measurementGrid ${name}`,
        query: `query ($bodyId: ID!) { measurementGrid(bodyId: $bodyId, year: 2026) ${grid} }`,
        variables,
        whyNot: ({ posts }) => (mayReadGrid(known, bodyId, posts) ? null : "NOT_FOUND"),
      },
      {
        name: `measurementHistory ${name}`,
        query: `query ($id: ID!) { measurementHistory(id: $id) ${past} }`,
        variables: { id: measurement.id },
        whyNot: ({ posts }) => (mayReadMeasurements(known[0]!, bodyId, posts) ? null : "NOT_FOUND"),
      },
      {
        // That it has changed is answered with what stands there.
        name: `saveMeasurements ${name}`,
        query: `mutation ($bodyId: ID!, $indicatorId: ID!) { saveMeasurements(bodyId: $bodyId, year: 2026,
          cells: [{ indicatorId: $indicatorId, round: 1, text: "11" }]) ${saved} }`,
        variables,
        whyNot: mayNot,
      },
      {
        name: `beginImport ${name}`,
        query: "mutation ($bodyId: ID!) { beginImport(bodyId: $bodyId, year: 2027) }",
        variables,
        whyNot: mayNot,
      },
    ];
    // Another import that is begun takes the place of the one before.
    return [...(name === "alfa" ? await importTrials(bodyId) : []), ...trials];
  });
  return (await Promise.all(trials)).flat();

  /** The import of one editor: to everybody else it does not exist, colleagues included. */
  async function importTrials(bodyId: string): Promise<Trial[]> {
    const [owner] = await database.query("SELECT id FROM user_account WHERE name = 'EDITOR alfa'");
    const imports = database.getRepository(MeasurementImport);
    const cells = database.getRepository(MeasurementImportCell);
    const { id } = await imports.save({ bodyId, year: 2026, userId: owner.id });
    const cell = { importId: id, round: 1, note: null, evidence: null, basedOn: null };
    const rows = [
      { ...cell, row: 2, indicatorId: indicators.alfaSubmitted, text: "12" },
      { ...cell, row: 3, indicatorId: indicators.alfaDraft, text: "12" },
    ];
    await cells.insert(rows);
    const whyNot = ({ userId }: Asker): RefusalCode | null => (userId === owner.id ? null : "NOT_FOUND");
    const variables = { id, indicatorId: indicators.alfaDraft };
    return [
      {
        name: "importPreview",
        query: `query ($id: ID!) { importPreview(importId: $id) ${preview} }`,
        variables,
        whyNot,
      },
      {
        name: "confirmImport",
        query: `mutation ($id: ID!) { confirmImport(importId: $id) ${saved} }`,
        variables,
        whyNot,
      },
      {
        name: "sendImportCells",
        query: `mutation ($id: ID!, $indicatorId: ID!) { sendImportCells(importId: $id,
          cells: [{ row: 3, indicatorId: $indicatorId, round: 1, text: "12" }]) }`,
        variables,
        whyNot,
      },
    ];
  }
}
