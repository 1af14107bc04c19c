import { MeasurementImport, Notification } from "@upiao/db";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask } from "../../test/ask.ts";
import { makeIndicator, makeMeasurement, makeObjective } from "../../test/measured.ts";
import { makePerson, type TestPerson } from "../../test/people.ts";
import { type Served, serve } from "../../test/served.ts";
import { makeWorld, type World } from "../../test/world.ts";
import { readDueMail } from "../notification/read-due-mail.ts";
import { dropLeftImports, remindMeasurements } from "./remind-measurements.ts";

let served: Served;
let world: World;
const people: Record<string, TestPerson> = {};
let own: string;
let shared: string;

beforeAll(async () => {
  served = await serve();
  const { database } = served;
  world = await makeWorld(database);
  const { alfa, beta, gone, lead } = world.bodies;
  for (const role of ["EDITOR", "RTD", "SECRETARY", "AUDITOR", "ADMIN"] as const)
    people[role] = await makePerson(database, role, [{ bodyId: alfa, role }]);
  for (const [name, bodyId] of Object.entries({ beta, gone, lead }))
    people[name] = await makePerson(database, name, [{ bodyId, role: "EDITOR" }]);
  own = await makeIndicator(database, await makeObjective(database, world.sections.alfaDraft, "Proprio"));
  shared = await makeIndicator(database, await makeObjective(database, world.sections.shared, "Comune"));
});
beforeEach(async () => {
  for (const table of ["notification", "measurement_reminder", "measurement"])
    await served.database.query(`DELETE FROM ${table}`);
});
afterAll(() => served.close());

async function told(): Promise<string[]> {
  const rows = await served.database.getRepository(Notification).findBy({ kind: "MEASUREMENT_DUE" });
  return rows.map(({ userId }) => Object.values(people).find(({ id }) => id === userId)!.name).sort();
}

async function measure(indicatorId: string, bodyId: string, round: number): Promise<void> {
  const byUserId = people.EDITOR!.id;
  await makeMeasurement(served.database, { indicatorId, bodyId, round, value: null, byUserId });
}

describe("[ME8] of values that a body owes", () => {
  it("its editors and its RTD are reminded, of its own and of what its office shares, and nobody who has left", async () => {
    await remindMeasurements(served.database, "2026-07-24");
    expect(await told()).toEqual(["EDITOR", "RTD", "beta", "lead"]);
  });

  it("[ME11] only the lead body is, of what its office leaves to it alone", async () => {
    const { database } = served;
    await database.query("UPDATE indicator SET measured_by = 'LEAD' WHERE id = ANY ($1)", [[own, shared]]);
    await remindMeasurements(database, "2026-07-24");
    // What stands in a body's own plan is its own to measure, whatever it says.
    expect(await told()).toEqual(["EDITOR", "RTD", "lead"]);
    await database.query("UPDATE indicator SET measured_by = 'EACH'");
  });

  it("nobody is, once all is measured in the round; «n.d.» is a value", async () => {
    const { alfa, beta, lead } = world.bodies;
    for (const bodyId of [alfa, beta, lead]) await measure(shared, bodyId, 1);
    await remindMeasurements(served.database, "2026-07-24");
    expect(await told()).toEqual(["EDITOR", "RTD"]);
    await served.database.query("DELETE FROM notification");
    await measure(own, alfa, 1);
    await remindMeasurements(served.database, "2026-07-30");
    expect(await told()).toEqual([]);
    await remindMeasurements(served.database, "2027-01-24");
    expect(await told()).toEqual(["EDITOR", "RTD", "beta", "lead"]);
  });

  it("each reminder comes once for each round and stage, also from two nodes, and none between the rounds", async () => {
    for (const day of ["2026-06-30", "2026-08-20", "2026-12-31"])
      await remindMeasurements(served.database, day);
    expect(await told()).toEqual([]);
    await Promise.all([1, 2].map(() => remindMeasurements(served.database, "2026-07-24")));
    await remindMeasurements(served.database, "2026-07-25");
    const rows = await served.database.query("SELECT days FROM measurement_reminder");
    expect(rows).toEqual(Array(3).fill({ days: 7 }));
    await served.database.query("UPDATE notification SET read_at = now()");
    await remindMeasurements(served.database, "2026-07-28");
    expect(await told()).toHaveLength(8);
  });

  it("the notification says until when, and leads to the grid; its mail goes with the day's", async () => {
    await remindMeasurements(served.database, "2026-07-24");
    const { data } = await ask(
      served,
      "{ myNotifications(first: 5) { edges { node { kind path plan { id } } } } }",
      {
        token: people.EDITOR!.token,
      },
    );
    expect(data.myNotifications.edges.map(({ node }) => node)).toEqual([
      { kind: "MEASUREMENT_DUE", path: `/misure/${world.bodies.alfa}`, plan: { id: world.plans.alfa } },
    ]);
    const mail = await readDueMail(served.database, people.EDITOR!.id, "DIGEST", null);
    expect(mail!.items[0]!.sentence).toMatch(
      /^Mancano valori di indicatori di «PIAO 2026–2028, Alfa sul Serchio»/,
    );
    expect(mail!.items[0]!.path).toBe(`/misure/${world.bodies.alfa}`);
  });
});

it("an import that was left is forgotten after a day", async () => {
  const imports = served.database.getRepository(MeasurementImport);
  const row = { bodyId: world.bodies.alfa, year: 2026, userId: people.EDITOR!.id };
  await imports.save({ ...row });
  await served.database.query("UPDATE measurement_import SET at = now() - interval '25 hours'");
  const young = await imports.save({ ...row });
  await dropLeftImports(served.database);
  expect((await imports.find()).map(({ id }) => id)).toEqual([young.id]);
});
