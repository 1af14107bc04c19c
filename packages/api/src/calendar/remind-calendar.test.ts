import { Notification } from "@upiao/db";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { ask } from "../../test/ask.ts";
import { makeHub } from "../../test/hub-rows.ts";
import { makePerson, type TestPerson } from "../../test/people.ts";
import { type Served, serve } from "../../test/served.ts";
import { makeWorld, type World } from "../../test/world.ts";
import { readDueMail } from "../notification/read-due-mail.ts";
import { remindCalendar } from "./remind-calendar.ts";

let served: Served;
let world: World;
const people: TestPerson[] = [];

beforeAll(async () => {
  served = await serve();
  world = await makeWorld(served.database);
  await makeHub(served.database, world);
  const { alfa, lead, far } = world.bodies;
  const posts = [
    ["Alfa scrive", alfa, "EDITOR"],
    ["Alfa controlla", alfa, "AUDITOR"],
    ["Provincia", lead, "RTD"],
    ["Lontano", far, "EDITOR"],
  ] as const;
  for (const [name, bodyId, role] of posts)
    people.push(await makePerson(served.database, name, [{ bodyId, role }]));
});
beforeEach(async () => {
  for (const table of ["notification", "calendar_reminder"])
    await served.database.query(`DELETE FROM ${table}`);
});
afterAll(() => served.close());

/** Whom the clock tells on these days, having read what they were told before. */
async function toldOn(...days: readonly string[]): Promise<string[][]> {
  const told: string[][] = [];
  for (const day of days) {
    await served.database.query("DELETE FROM notification");
    await remindCalendar(served.database, day);
    const rows = await served.database.getRepository(Notification).findBy({ kind: "TERM" });
    told.push(rows.map(({ userId }) => people.find(({ id }) => id === userId)!.name).sort());
  }
  return told;
}

it("[CA5] who writes for a body is reminded of a contract that expires, and who watches it; each reminder comes once", async () => {
  const both = ["Alfa scrive", "Provincia"];
  expect(await toldOn("2027-07-31", "2027-08-02", "2027-08-03", "2027-08-18")).toEqual([[], both, [], both]);
});

it("[CA5] also from two nodes at once", async () => {
  await Promise.all([1, 2].map(() => remindCalendar(served.database, "2027-08-17")));
  expect(await served.database.getRepository(Notification).countBy({ kind: "TERM" })).toBe(2);
});

it("[CA5] of a plan that was not begun everybody is reminded who would write it, with a way to the calendar", async () => {
  const [told] = await toldOn("2027-01-24");
  expect(told).toEqual(["Alfa scrive", "Lontano", "Provincia"]);
  const { token } = people[0]!;
  const { data } = await ask(
    served,
    "{ myNotifications { edges { node { kind path plan { id } byName } } } }",
    {
      token,
    },
  );
  expect(data.myNotifications.edges.map(({ node }) => node)).toEqual([
    { kind: "TERM", path: "/calendario", plan: null, byName: null },
  ]);
  expect(await readDueMail(served.database, people[0]!.id, "DIGEST", null)).toMatchObject({
    items: [{ sentence: "Nel tuo calendario si avvicina una scadenza.", path: "/calendario" }],
  });
});
