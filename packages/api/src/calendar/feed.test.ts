import { CalendarFeed, Membership, User } from "@upiao/db";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ask } from "../../test/ask.ts";
import { makeHub } from "../../test/hub-rows.ts";
import { makePerson, type TestPerson } from "../../test/people.ts";
import { type Served, serve } from "../../test/served.ts";
import { makeWorld, type World } from "../../test/world.ts";
import { readFeed } from "./feed.ts";

let served: Served;
let world: World;
let officer: TestPerson;

beforeAll(async () => {
  served = await serve();
  world = await makeWorld(served.database);
  await makeHub(served.database, world);
  officer = await makePerson(served.database, "Alma", [{ bodyId: world.bodies.alfa, role: "EDITOR" }]);
});
afterAll(() => served.close());

async function open(): Promise<string> {
  const { data } = await ask(served, "mutation { openCalendarFeed }", { token: officer.token });
  const [, token] = /^\/calendario\/([\w-]{43})\.ics$/.exec(data.openCalendarFeed) ?? [];
  return token!;
}

const read = (token: string) => readFeed(served.database, token);

it("[CA1] the secret address tells what is due for the bodies of its person, and of no person a name", async () => {
  const entries = (await read(await open()))!;
  const said = entries.map(({ sentence }) => sentence);
  expect(said).toContain(
    "Comune di Alfa sul Serchio: scade il contratto di servizio «Segreto del polo: trasporto»",
  );
  expect(said.some((one) => one.endsWith("(termine da verificare)"))).toBe(true);
  expect(JSON.stringify(entries)).not.toMatch(/Alma|upiao\.example|Lontano/);
});

it("[CA6] an administrator reads when a round is measured, without a way to a grid that is not theirs to read", async () => {
  const bodyId = world.bodies.alfa;
  const admin = await makePerson(served.database, "Ada", [{ bodyId, role: "ADMIN" }]);
  const query = `{ calendar(from: "2026-07-01", until: "2026-07-31") { kind path } }`;
  const grid = `{ measurementGrid(bodyId: "${bodyId}", year: 2026) { year } }`;
  const seen = async ({ token }: TestPerson) => {
    const { calendar } = (await ask(served, query, { token })).data;
    const [round] = calendar.filter(({ kind }) => kind === "MONITORING");
    return [round!.path, ...(await ask(served, grid, { token })).codes];
  };
  expect(await seen(officer)).toEqual([`/misure/${bodyId}?anno=2026`]);
  expect(await seen(admin)).toEqual([null, "NOT_FOUND"]);
});

it("[CA3] what nobody has verified is marked so", async () => {
  const query = `{ calendar(from: "2026-01-01", until: "2026-12-31") { kind day isVerified body { name } } }`;
  const { data } = await ask(served, query, { token: officer.token });
  const doubtful = data.calendar.filter(({ isVerified }) => !isVerified);
  expect(doubtful.map(({ day }) => day)).toEqual(["2026-03-31", "2026-09-23"]);
  const most = `{ calendar(from: "2026-01-01", until: "2036-12-31") { kind } }`;
  expect((await ask(served, most, { token: officer.token })).codes).toEqual(["BAD_INPUT"]);
});

it("rights are asked at each reading", async () => {
  const token = await open();
  const memberships = served.database.getRepository(Membership);
  const before = await memberships.findBy({ userId: officer.id });
  await memberships.delete({ userId: officer.id });
  expect(await read(token)).toEqual([]);
  await memberships.save(before);
  expect(await read(token)).not.toEqual([]);
  const users = served.database.getRepository(User);
  await users.update(officer.id, { disabledAt: new Date() });
  expect(await read(token)).toBeNull();
  await users.update(officer.id, { disabledAt: null });
});

it("an address ends when another is given out, and when it is closed; the database knows only its hash", async () => {
  const first = await open();
  const second = await open();
  expect(first).not.toBe(second);
  expect(await read(first)).toBeNull();
  expect(await read(second)).not.toBeNull();
  const rows = await served.database.query("SELECT feed::text FROM calendar_feed feed");
  expect(JSON.stringify(rows)).not.toContain(second);
  await ask(served, "mutation { closeCalendarFeed }", { token: officer.token });
  expect(await read(second)).toBeNull();
  expect(await served.database.getRepository(CalendarFeed).count()).toBe(0);
});

it.each(["", "x", "a".repeat(43), "../etc", "%00", `${"a".repeat(42)}'`])(
  "«%s» leads nowhere",
  async (token) => {
    expect(await read(token)).toBeNull();
  },
);
