import { AssociatedOffice, Body, OfficeMember, Section } from "@upiao/db";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../../test/ask.ts";
import { connect, listen } from "../../test/live.ts";
import { makePerson, type TestPerson } from "../../test/people.ts";
import { type Served, serve } from "../../test/served.ts";
import { makeBody, makeWorld, type World } from "../../test/world.ts";
import { writeObjective } from "../../test/write-objective.ts";
import { freezeVersion } from "../version/freeze-version.ts";

let served: Served;
let world: World;
let rtd: TestPerson;

beforeAll(async () => {
  served = await serve();
  world = await makeWorld(served.database);
  rtd = await makePerson(served.database, "Rita Prova", [{ bodyId: world.bodies.lead, role: "RTD" }]);
});

afterAll(() => served.close());

type Variables = Record<string, unknown>;

const found = (person: TestPerson, variables: Variables) =>
  ask(
    served,
    `mutation ($leadBodyId: ID!, $name: String!, $day: String!) {
      foundOffice(leadBodyId: $leadBodyId, name: $name, conventionAct: "  Convenzione n. 7 ", conventionDate: $day) {
        id name conventionAct conventionDate leadBody { name } members { joinedOn } } }`,
    { token: person.token, variables: { name: "Ufficio nuovo", day: "2026-02-01", ...variables } },
  );

const admit = (person: TestPerson, bodyId: string, variables: Variables = {}) =>
  ask(
    served,
    `mutation ($officeId: ID!, $bodyId: ID!, $day: String!) {
      admitMember(officeId: $officeId, bodyId: $bodyId, joinedOn: $day) { members { joinedOn body { name } } } }`,
    {
      token: person.token,
      variables: { officeId: world.officeId, bodyId, day: "2026-03-01", ...variables },
    },
  );

const start = (person: TestPerson, variables: Variables) =>
  ask(
    served,
    `mutation ($officeId: ID!, $year: Int!, $from: ID) {
      startSharedSection(officeId: $officeId, firstYear: $year, fromSectionId: $from) {
        id title code state shared closed firstYear plainText office { name } text { writers { name } }
        objectives { key indicators { key targets { year value } } } } }`,
    { token: person.token, variables: { officeId: world.officeId, ...variables } },
  );

async function actionsOf(officeId: string): Promise<string[]> {
  const { data } = await ask(
    served,
    `query ($id: ID!) { register(id: $id) { fault lines { action byName } } }`,
    { token: rtd.token, variables: { id: officeId } },
  );
  expect(data.register.fault).toBeNull();
  return data.register.lines.map(({ action, byName }) => `${action} ${byName}`);
}

describe("an associated office", () => {
  it("is founded by a Province that has none, once, also when two found it at one moment", async () => {
    const leadBodyId = await makeBody(served.database, "Provincia Nuova", "PROVINCIA");
    const admin = await makePerson(served.database, "Ada Nuova", [{ bodyId: leadBodyId, role: "ADMIN" }]);
    const both = await Promise.all([found(admin, { leadBodyId }), found(admin, { leadBodyId })]);
    expect(both.flatMap(({ codes }) => codes)).toEqual(["ALREADY_EXISTS"]);
    expect(both.find(({ codes }) => codes.length === 0)!.data.foundOffice).toEqual({
      id: expect.any(String),
      ...{ name: "Ufficio nuovo", conventionAct: "Convenzione n. 7", conventionDate: "2026-02-01" },
      ...{ leadBody: { name: "Provincia Nuova" }, members: [] },
    });
    expect(await served.database.getRepository(AssociatedOffice).countBy({ leadBodyId })).toBe(1);
  });

  it("is not founded by a Comune, by an editor, over a body that has ended, or by a convention to come", async () => {
    const { database } = served;
    const leadBodyId = await makeBody(database, "Metropoli", "CITTA_METROPOLITANA");
    const editor = await makePerson(database, "Edo Metropoli", [{ bodyId: leadBodyId, role: "EDITOR" }]);
    const head = await makePerson(database, "Rita Metropoli", [
      { bodyId: leadBodyId, role: "RTD" },
      { bodyId: world.bodies.far, role: "RTD" },
    ]);
    expect((await found(editor, { leadBodyId })).codes).toEqual(["NOT_YOUR_ROLE"]);
    expect((await found(head, { leadBodyId: world.bodies.far })).codes).toEqual(["NOT_A_LEAD_BODY"]);
    expect((await found(head, { leadBodyId, day: "2999-01-01" })).codes).toEqual(["BAD_INPUT"]);
    expect((await found(head, { leadBodyId, name: " " })).codes).toEqual(["BAD_INPUT"]);
    await database.getRepository(Body).update(leadBodyId, { endedOn: "2026-01-01" });
    expect((await found(head, { leadBodyId })).codes).toEqual(["BODY_ENDED"]);
    expect(await database.getRepository(AssociatedOffice).countBy({ leadBodyId })).toBe(0);
  });
});

describe("[T09] a body that is admitted to an office", () => {
  it("has the shared drafts at once", async () => {
    const bodyId = await makeBody(served.database, "Delta");
    const editor = await makePerson(served.database, "Edo Delta", [{ bodyId, role: "EDITOR" }]);
    expect(await titlesOf(editor)).toEqual({});
    const { data } = await admit(rtd, bodyId);
    expect(data.admitMember.members).toContainEqual({ joinedOn: "2026-03-01", body: { name: "Delta" } });
    expect(await titlesOf(editor)).toEqual({
      "Segreto shared.": "EDIT",
      "Segreto sharedAdopted.": "COMMENT",
      "Segreto sharedAdoptedLater.": "COMMENT",
    });
  });

  it("[OF3] comes back after it has left, and what its people have open says so without a reload", async () => {
    const { database } = served;
    const editor = await makePerson(database, "Edo Gone", [{ bodyId: world.bodies.gone, role: "EDITOR" }]);
    const client = connect(served, editor.token);
    const query = "subscription ($id: ID!) { sectionChanged(sectionId: $id) { myAccess } }";
    const id = world.sections.sharedAdopted;
    const listening = listen(client, query, { id });
    // Once it has told of something it tells of everything.
    let closed = false;
    await expect
      .poll(async () => {
        closed = !closed;
        await database.getRepository(Section).update(id, { closed });
        return listening.events.at(-1)?.data;
      })
      .toEqual({ sectionChanged: { myAccess: "READ" } });
    expect((await admit(rtd, world.bodies.gone)).codes).toEqual([]);
    await expect
      .poll(() => listening.events.at(-1)!.data)
      .toEqual({ sectionChanged: { myAccess: "COMMENT" } });
    await client.dispose();
    const rows = await database.getRepository(OfficeMember).findBy({ bodyId: world.bodies.gone });
    expect(rows.map(({ leftAt }) => leftAt === null).sort()).toEqual([false, true]);
  });

  it("[OF3] is in one office at a time, also when two want it at one moment", async () => {
    const { database } = served;
    const bodyId = await makeBody(database, "Epsilon");
    const leadBodyId = await makeBody(database, "Provincia Vicina", "PROVINCIA");
    const other = await makePerson(database, "Rita Vicina", [{ bodyId: leadBodyId, role: "RTD" }]);
    const officeId = (await found(other, { leadBodyId })).data.foundOffice.id;
    const asked = [admit(rtd, bodyId), admit(other, bodyId, { officeId }), admit(rtd, bodyId)];
    const codes = (await Promise.all(asked)).flatMap((answer) => answer.codes);
    expect(codes).toEqual(["ALREADY_EXISTS", "ALREADY_EXISTS"]);
    expect(await database.getRepository(OfficeMember).countBy({ bodyId })).toBe(1);
    // Who leads an office is in it, in its own and so in no other.
    expect((await admit(rtd, leadBodyId)).codes).toEqual(["ALREADY_EXISTS"]);
    expect((await admit(rtd, world.bodies.lead)).codes).toEqual(["ALREADY_EXISTS"]);
  });

  it("can leave on the day on which it has joined", async () => {
    const bodyId = await makeBody(served.database, "Zeta");
    const admin = await makePerson(served.database, "Ada Zeta", [{ bodyId, role: "ADMIN" }]);
    const day = new Date().toLocaleDateString("sv", { timeZone: "Europe/Rome" });
    expect((await admit(rtd, bodyId, { day })).codes).toEqual([]);
    const leave =
      "mutation ($officeId: ID!, $bodyId: ID!) { recordLeaving(officeId: $officeId, bodyId: $bodyId) }";
    const variables = { officeId: world.officeId, bodyId };
    expect((await ask(served, leave, { token: admin.token, variables })).codes).toEqual([]);
  });

  it("is there, in force, and admitted by who runs the office, not before the convention nor ahead", async () => {
    const { database } = served;
    const ended = await makeBody(database, "Comune Cessato");
    await database.getRepository(Body).update(ended, { endedOn: "2026-01-01" });
    const admin = await makePerson(database, "Ada Prova", [{ bodyId: world.bodies.lead, role: "ADMIN" }]);
    const member = await makePerson(database, "Rita Alfa", [{ bodyId: world.bodies.alfa, role: "RTD" }]);
    const { far } = world.bodies;
    expect((await admit(rtd, ended)).codes).toEqual(["BODY_ENDED"]);
    expect((await admit(rtd, crypto.randomUUID())).codes).toEqual(["NOT_FOUND"]);
    expect((await admit(admin, far)).codes).toEqual(["NOT_YOUR_ROLE"]);
    expect((await admit(member, far)).codes).toEqual(["NOT_YOUR_ROLE"]);
    for (const day of ["2021-12-31", "2999-01-01", "ieri"]) {
      expect((await admit(rtd, far, { day })).codes).toEqual(["BAD_INPUT"]);
    }
    expect(await database.getRepository(OfficeMember).countBy({ bodyId: far })).toBe(0);
  });
});

describe("the shared section of a triennium", () => {
  it("begins empty, once, also when two begin it at one moment", async () => {
    const both = await Promise.all([start(rtd, { year: 2030 }), start(rtd, { year: 2030 })]);
    expect(both.flatMap(({ codes }) => codes)).toEqual(["ALREADY_EXISTS"]);
    const begun = both.find(({ codes }) => codes.length === 0)!.data.startSharedSection;
    expect(begun).toMatchObject({
      ...{ code: "STRATEGIA", firstYear: 2030, state: "DRAFT", shared: true, closed: false, plainText: "" },
      office: { name: "Ufficio di Prova" },
    });
    const editor = await makePerson(served.database, "Edo Alfa", [
      { bodyId: world.bodies.alfa, role: "EDITOR" },
    ]);
    expect(await titlesOf(editor)).toMatchObject({ [begun.title]: "EDIT" });
  });

  it("begins with the last frozen text of an earlier one, with records of its own to measure", async () => {
    const { database } = served;
    const from = world.sections.sharedAdopted;
    await writeObjective(database, from, rtd.id, "Adottato");
    await database.transaction((tx) =>
      freezeVersion(tx, { sectionId: from, kind: "FROZEN", byUserId: rtd.id }),
    );
    await writeObjective(database, from, rtd.id, "Dopo");
    const before = await ask(
      served,
      "query ($id: ID!) { section(id: $id) { objectives { key indicators { key } } } }",
      {
        token: rtd.token,
        variables: { id: from },
      },
    );
    const { data, codes } = await start(rtd, { year: 2025, from });
    expect(codes).toEqual([]);
    const begun = data.startSharedSection;
    expect(begun).toMatchObject({ title: "Segreto sharedAdopted.", firstYear: 2025, state: "DRAFT" });
    expect(begun.plainText).toMatch(/Adottato/);
    expect(begun.plainText).not.toMatch(/Dopo/);
    expect(begun.text.writers).toEqual([{ name: "Rita Prova" }]);
    const objective = begun.objectives[0]!;
    expect(before.data.section.objectives.map(({ key }) => key)).not.toContain(objective.key);
    // The value was expected of 2023, which is over.
    expect(objective.indicators[0]!.targets).toEqual([]);
  });

  it("begins from one of the same office and of earlier years, by who runs it", async () => {
    const member = await makePerson(served.database, "Rita Beta", [
      { bodyId: world.bodies.beta, role: "RTD" },
    ]);
    const stranger = await makePerson(served.database, "Rita Far", [
      { bodyId: world.bodies.far, role: "RTD" },
    ]);
    expect((await start(member, { year: 2031 })).codes).toEqual(["NOT_YOUR_ROLE"]);
    expect((await start(stranger, { year: 2031 })).codes).toEqual(["NOT_FOUND"]);
    const { shared, farDraft } = world.sections;
    expect((await start(rtd, { year: 2031, from: farDraft })).codes).toEqual(["NOT_FOUND"]);
    expect((await start(rtd, { year: 2022, from: shared })).codes).toEqual(["BAD_INPUT"]);
    expect((await start(rtd, { year: 1999 })).codes).toEqual(["BAD_INPUT"]);
    const sections = served.database.getRepository(Section);
    expect(await sections.countBy({ officeId: world.officeId, firstYear: 2031 })).toBe(0);
  });
});

it("[T40] all this stands in the register of the office", async () => {
  const actions = await actionsOf(world.officeId);
  expect(actions).toContain("office.ADMIT Rita Prova");
  expect(actions).toContain("office.START_SECTION Rita Prova");
});

async function titlesOf(person: TestPerson): Promise<Record<string, string>> {
  const { data } = await ask(served, "{ sections(shared: true) { edges { node { title myAccess } } } }", {
    token: person.token,
  });
  return Object.fromEntries(data.sections.edges.map(({ node }) => [node.title, node.myAccess]));
}
