import { Notification, Plan } from "@upiao/db";
import type { State } from "@upiao/domain";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makePerson, type TestPerson } from "../../test/people.ts";
import { type Served, serve } from "../../test/served.ts";
import { makeWorld, type World } from "../../test/world.ts";
import { remindDeadlines } from "./remind-deadlines.ts";

let served: Served;
let world: World;
const people: Record<string, TestPerson> = {};

beforeAll(async () => {
  served = await serve();
  world = await makeWorld(served.database);
  for (const role of ["EDITOR", "RTD", "SECRETARY", "AUDITOR"] as const)
    people[role] = await makePerson(served.database, role, [{ bodyId: world.bodies.alfa, role }]);
  people.REVIEWER = await makePerson(served.database, "REVIEWER", [
    { bodyId: world.bodies.lead, role: "REVIEWER" },
  ]);
});
beforeEach(async () => {
  for (const table of ["notification", "plan_reminder"]) await served.database.query(`DELETE FROM ${table}`);
  // Of the others nobody is told of here.
  await served.database.query("UPDATE plan SET state = 'PUBLISHED'");
  await setPlan({ state: "DRAFT", budgetDeadline: null, deadlineReason: null });
});
afterAll(() => served.close());

const setPlan = (change: Partial<Plan>) =>
  served.database.getRepository(Plan).update(world.plans.alfa, change);

async function told(): Promise<string[]> {
  const rows = await served.database.getRepository(Notification).findBy({ kind: "DEADLINE" });
  return rows.map(({ userId }) => Object.values(people).find(({ id }) => id === userId)!.name).sort();
}

async function readAll(): Promise<void> {
  await served.database.query("UPDATE notification SET read_at = now()");
}

describe("[PL6] of a deadline", () => {
  it.each([
    ["DRAFT", ["EDITOR", "RTD"]],
    ["CHANGES_REQUESTED", ["EDITOR", "RTD"]],
    ["SUBMITTED", ["REVIEWER"]],
    ["VALIDATED", ["SECRETARY"]],
    ["ADOPTED", []],
    ["PUBLISHED", []],
  ] satisfies [State, string[]][])("who has to act next is reminded: %s", async (state, names) => {
    await setPlan({ state });
    await remindDeadlines(served.database, "2026-01-24");
    expect(await told()).toEqual(names);
  });

  it("each reminder comes once, also from two nodes, and one that was missed is made up for", async () => {
    await remindDeadlines(served.database, "2025-12-31");
    expect(await told()).toEqual([]);
    await Promise.all([1, 2].map(() => remindDeadlines(served.database, "2026-01-02")));
    await remindDeadlines(served.database, "2026-01-03");
    await readAll();
    await remindDeadlines(served.database, "2026-01-10");
    expect(await told()).toEqual(["EDITOR", "RTD"]);
    await remindDeadlines(served.database, "2026-01-18");
    await readAll();
    for (const day of ["24", "25", "28", "30", "31"])
      await remindDeadlines(served.database, `2026-01-${day}`);
    await remindDeadlines(served.database, "2026-02-01");
    const counts = await served.database.query("SELECT days FROM plan_reminder ORDER BY days DESC");
    expect(counts.map(({ days }: { days: number }) => days)).toEqual([30, 14, 7, 3, 1, -1]);
    await readAll();
    await remindDeadlines(served.database, "2026-02-20");
    expect(await told()).toHaveLength(6);
  });

  it("that is put off the reminders begin anew", async () => {
    await remindDeadlines(served.database, "2026-01-24");
    await readAll();
    await setPlan({ budgetDeadline: "2026-02-28", deadlineReason: "DM" });
    await remindDeadlines(served.database, "2026-01-25");
    expect(await told()).toHaveLength(2);
    await remindDeadlines(served.database, "2026-03-24");
    expect(await told()).toHaveLength(4);
  });
});
