import { Membership, OfficeMember, UpdateLog } from "@upiao/db";
import { markdownToUpdate } from "@upiao/document";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ask } from "../test/ask.ts";
import { makePerson, type TestPerson } from "../test/people.ts";
import { type Served, serve } from "../test/served.ts";
import { makeBody, makePlan, makeSection, makeWorld, type World } from "../test/world.ts";

let served: Served;
let world: World;
let person: TestPerson;

beforeAll(async () => {
  served = await serve();
  world = await makeWorld(served.database);
  person = await makePerson(served.database, "Rita Alfa", [
    { bodyId: world.bodies.alfa, role: "EDITOR" },
    { bodyId: world.bodies.alfa, role: "ADMIN" },
  ]);
  await addRows("Primo");
});

afterAll(() => served.close());

/** One more of everything that a list can be long of. */
async function addRows(name: string): Promise<void> {
  const { database } = served;
  const bodyId = await makeBody(database, `${name} di Prova`);
  await database
    .getRepository(OfficeMember)
    .insert({ officeId: world.officeId, bodyId, joinedOn: "2024-01-01" });
  await database.getRepository(Membership).insert({ userId: person.id, bodyId, role: "EDITOR" });
  await makePerson(database, `Collega ${name}`, [{ bodyId: world.bodies.alfa, role: "EDITOR" }]);
  const planId = await makePlan(database, bodyId);
  for (const code of ["2.1", "INTEGRAZIONE"]) {
    const sectionId = await makeSection(database, `${name} ${code}`, { planId, code });
    const bytes = markdownToUpdate(`testo di ${name}`, 1);
    await new UpdateLog(database).append([{ sectionId, bytes, authorId: person.id, clientIds: [1] }]);
  }
}

const lists: Record<string, string> = {
  me: "{ me { name memberships { role body { name } } } }",
  bodies: `{ bodies(search: "prova", first: 100) { name type } }`,
  bodyPeople: "query ($bodyId: ID!) { bodyPeople(bodyId: $bodyId) { name email role disabled } }",
  myOffices: "{ myOffices { name leadBody { name } members { joinedOn body { name } } } }",
  myPlans: `{ myPlans { body { name } outline { number sections {
    title myAccess mayOpenAndClose updatedAt ownerName body { name } office { name } present { name } } } } }`,
  sections: `{ sections(first: 100) { edges { node { title myAccess mayOpenAndClose plainText updatedAt ownerName
    body { name } office { name members { body { name } } } plan { body { name } } guidance { law } present { name } } } } }`,
};

async function measure(query: string): Promise<{ statements: number; size: number }> {
  served.statements.length = 0;
  const answer = await ask(served, query, { token: person.token, variables: { bodyId: world.bodies.alfa } });
  expect(answer.codes).toEqual([]);
  return { statements: served.statements.length, size: answer.body.length };
}

it("a list costs the same statements, however many rows it has", async () => {
  const few: Record<string, { statements: number; size: number }> = {};
  for (const [name, query] of Object.entries(lists)) few[name] = await measure(query);
  for (let row = 0; row < 8; row++) await addRows(`Riga ${row}`);
  for (const [name, query] of Object.entries(lists)) {
    const many = await measure(query);
    expect(many.size, name).toBeGreaterThan(few[name]!.size);
    expect(many.statements, name).toBe(few[name]!.statements);
    expect(many.statements, name).toBeLessThanOrEqual(14);
  }
});
