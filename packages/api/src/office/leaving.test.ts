import { OfficeMember } from "@upiao/db";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../../test/ask.ts";
import { makePerson, type TestPerson } from "../../test/people.ts";
import { type Served, serve } from "../../test/served.ts";
import { makeSection, makeWorld, type World } from "../../test/world.ts";

const leave =
  "mutation ($officeId: ID!, $bodyId: ID!) { recordLeaving(officeId: $officeId, bodyId: $bodyId) }";
const sections = "{ sections { edges { node { title myAccess office { name } } } } }";

let served: Served;
let world: World;
let admin: TestPerson;
let editor: TestPerson;
let neighbour: TestPerson;

beforeAll(async () => {
  served = await serve();
  world = await makeWorld(served.database);
  admin = await makePerson(served.database, "Ada Beta", [{ bodyId: world.bodies.beta, role: "ADMIN" }]);
  editor = await makePerson(served.database, "Edo Beta", [{ bodyId: world.bodies.beta, role: "EDITOR" }]);
  neighbour = await makePerson(served.database, "Edo Alfa", [{ bodyId: world.bodies.alfa, role: "EDITOR" }]);
});

afterAll(() => served.close());

async function read(person: TestPerson): Promise<Record<string, string>> {
  const { data } = await ask(served, sections, { token: person.token });
  return Object.fromEntries(
    data.sections.edges.map(({ node }: { node: { title: string; myAccess: string } }) => [
      node.title,
      node.myAccess,
    ]),
  );
}

describe("[T09] a body that leaves its office", () => {
  it("loses the shared drafts at once and keeps what it has adopted, to read", async () => {
    expect(await read(editor)).toEqual({
      "Segreto shared.": "EDIT",
      "Segreto sharedAdopted.": "COMMENT",
      "Segreto sharedAdoptedLater.": "COMMENT",
      "Segreto betaDraft.": "EDIT",
    });
    const variables = { officeId: world.officeId, bodyId: world.bodies.beta };
    expect((await ask(served, leave, { token: admin.token, variables })).data).toEqual({
      recordLeaving: true,
    });

    expect(await read(editor)).toEqual({
      "Segreto sharedAdopted.": "READ",
      "Segreto sharedAdoptedLater.": "READ",
      "Segreto betaDraft.": "EDIT",
    });
    const id = world.sections.shared;
    const section = "query ($id: ID!) { section(id: $id) { title } }";
    expect((await ask(served, section, { token: editor.token, variables: { id } })).codes).toEqual([
      "NOT_FOUND",
    ]);
  });

  it("sees nothing of what the others adopt afterwards", async () => {
    await makeSection(served.database, "afterwards", {
      officeId: world.officeId,
      code: "STRATEGIA",
      firstYear: 2025,
      state: "ADOPTED",
      adoptedAt: new Date(Date.now() + 60_000),
    });
    expect(Object.keys(await read(editor))).not.toContain("Segreto afterwards.");
    expect(await read(neighbour)).toMatchObject({
      "Segreto afterwards.": "COMMENT",
      "Segreto shared.": "EDIT",
    });
  });

  it("sees no longer who takes part, in the office or in what it has kept", async () => {
    const { data } = await ask(served, `{ myOffices { name } ${sections.slice(1)}`, { token: editor.token });
    expect(data.myOffices).toEqual([]);
    for (const { node } of data.sections.edges) expect(node.office).toBeNull();
    const members = "{ myOffices { members { body { name } } } }";
    expect((await ask(served, members, { token: neighbour.token })).data.myOffices).toEqual([
      { members: [{ body: { name: "Alfa sul Serchio" } }] },
    ]);
  });

  it("leaves once", async () => {
    const variables = { officeId: world.officeId, bodyId: world.bodies.beta };
    expect((await ask(served, leave, { token: admin.token, variables })).codes).toEqual(["NOT_FOUND"]);
    const left = await served.database
      .getRepository(OfficeMember)
      .findOneByOrFail({ bodyId: world.bodies.beta });
    expect(Date.now() - left.leftAt!.getTime()).toBeLessThan(60_000);
  });

  it("is not put out by a neighbour or by its own editor", async () => {
    const variables = { officeId: world.officeId, bodyId: world.bodies.alfa };
    expect((await ask(served, leave, { token: neighbour.token, variables })).codes).toEqual([
      "NOT_YOUR_ROLE",
    ]);
    expect((await ask(served, leave, { token: admin.token, variables })).codes).toEqual(["NOT_FOUND"]);
    expect(await read(neighbour)).toHaveProperty("Segreto shared.");
  });
});
