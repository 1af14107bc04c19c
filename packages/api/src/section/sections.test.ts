import { UpdateLog } from "@upiao/db";
import { fragmentName, markdownToUpdate } from "@upiao/document";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { ask } from "../../test/ask.ts";
import { makePerson, type TestPerson } from "../../test/people.ts";
import { type Served, serve } from "../../test/served.ts";
import { makePlan, makeSection, makeWorld, type World } from "../../test/world.ts";

const list = `query ($shared: Boolean, $bodyId: ID, $first: Int, $after: String) {
  sections(shared: $shared, bodyId: $bodyId, first: $first, after: $after) {
    edges { cursor node { title } } pageInfo { hasNextPage endCursor } } }`;

let served: Served;
let world: World;
let person: TestPerson;
let log: UpdateLog;

beforeAll(async () => {
  served = await serve();
  world = await makeWorld(served.database);
  log = new UpdateLog(served.database);
  person = await makePerson(served.database, "Rita Alfa", [
    { bodyId: world.bodies.alfa, role: "RTD" },
    { bodyId: world.bodies.beta, role: "EDITOR" },
  ]);
});

afterAll(() => served.close());

async function titles(variables: Record<string, unknown> = {}): Promise<string[]> {
  const { data, codes } = await ask(served, list, { token: person.token, variables });
  expect(codes).toEqual([]);
  return data.sections.edges.map(({ node }: { node: { title: string } }) =>
    node.title.replace(/^Segreto |\.$/g, ""),
  );
}

async function section(id: string, fields: string) {
  const query = `query ($id: ID!) { section(id: $id) { ${fields} } }`;
  const answer = await ask(served, query, { token: person.token, variables: { id } });
  expect(answer.codes).toEqual([]);
  return answer.data.section;
}

describe("my sections", () => {
  it("begin with the shared ones, the latest first, and go on by body and part", async () => {
    expect(await titles()).toEqual([
      "shared",
      "sharedAdoptedLater",
      "sharedAdopted",
      "alfaDraft",
      "alfaSubmitted",
      "betaDraft",
    ]);
  });

  it("are chosen by being shared, and by their body", async () => {
    expect(await titles({ shared: true })).toEqual(["shared", "sharedAdoptedLater", "sharedAdopted"]);
    expect(await titles({ shared: false })).toEqual(["alfaDraft", "alfaSubmitted", "betaDraft"]);
    expect(await titles({ bodyId: world.bodies.beta })).toEqual(["betaDraft"]);
    expect(await titles({ bodyId: world.bodies.alfa, shared: true })).toEqual([]);
    expect(await titles({ shared: null, bodyId: null, first: null, after: null })).toHaveLength(6);
  });

  it("come page by page, each once, also when one is gone meanwhile", async () => {
    const gone = await makeSection(served.database, "vanishing", { planId: world.plans.alfa, code: "2.15" });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await ask(served, list, { token: person.token, variables: { first: 2, after } });
      const { edges, pageInfo } = data.sections;
      const last = edges.at(-1)!;
      expect(pageInfo.endCursor).toBe(last.cursor);
      seen.push(...edges.map(({ node }: { node: { title: string } }) => node.title));
      // The page has just ended at the one that vanishes: its cursor is still good.
      if (last.node.title.includes("vanishing"))
        await served.database.query("DELETE FROM section WHERE id = $1", [gone]);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
    await served.database.query("DELETE FROM section WHERE id = $1", [gone]);
  });

  it("are put in order by number: 2.9 comes before 2.10", async () => {
    const planId = await makePlan(served.database, await bodyOfAnother());
    for (const code of ["2.10", "2.9", "INTEGRAZIONE", "1"])
      await makeSection(served.database, code, { planId, code });
    expect(await titles({ bodyId: another })).toEqual(["1", "2.9", "2.10", "INTEGRAZIONE"]);
  });

  it.each([
    "x",
    "",
    "W10",
    Buffer.from("[]").toString("base64url"),
    Buffer.from("[0,1,2,3,4]").toString("base64url"),
  ])("refuse «%s» as a cursor", async (after) => {
    const answer = await ask(served, list, { token: person.token, variables: { after } });
    expect(answer.errors[0]!.extensions).toEqual({
      code: "BAD_INPUT",
      details: { field: "after", fault: "CURSOR" },
    });
  });
});

let another: string;

async function bodyOfAnother(): Promise<string> {
  const [body] = await served.database.query(
    "INSERT INTO body (type, name, search_name) VALUES ('COMUNE', 'Zeri', 'zeri') RETURNING id",
  );
  await served.database.query("INSERT INTO membership (user_id, body_id, role) VALUES ($1, $2, 'EDITOR')", [
    person.id,
    body.id,
  ]);
  another = body.id;
  return body.id;
}

describe("a section", () => {
  it("says whose it is, and what I may do in it", async () => {
    const fields = "shared ownerName myAccess mayOpenAndClose body { name } office { name } plan { id }";
    expect(await section(world.sections.shared, fields)).toEqual({
      shared: true,
      ownerName: "Ufficio di Prova",
      myAccess: "EDIT",
      mayOpenAndClose: true,
      body: null,
      office: { name: "Ufficio di Prova" },
      plan: null,
    });
    expect(await section(world.sections.alfaDraft, fields)).toEqual({
      shared: false,
      ownerName: "Alfa sul Serchio",
      myAccess: "EDIT",
      mayOpenAndClose: false,
      body: { name: "Alfa sul Serchio" },
      office: null,
      plan: { id: world.plans.alfa },
    });
  });

  it("holds the text of its log, and when it was last written", async () => {
    const { alfaDraft: sectionId } = world.sections;
    const before = await section(sectionId, "plainText updatedAt");
    expect(before.plainText).toBe("");
    const bytes = markdownToUpdate("## Titolo\n\nPrima riga", 7);
    await log.begin([{ sectionId, bytes, clientId: 7, authorId: person.id }]);
    const after = await section(sectionId, "plainText updatedAt");
    expect(after.plainText).toBe("Titolo\nPrima riga");
    expect(Date.parse(after.updatedAt)).toBeGreaterThan(Date.parse(before.updatedAt));
  });

  it("holds the same text once its log is folded, and what came after", async () => {
    const { betaDraft: sectionId } = world.sections;
    const doc = new Y.Doc();
    Y.applyUpdate(doc, markdownToUpdate("uno", 8));
    const first = Y.encodeStateAsUpdate(doc);
    const before = Y.encodeStateVector(doc);
    (doc.getXmlFragment(fragmentName).get(0) as Y.XmlElement).insert(1, [new Y.XmlText(" e due")]);
    const second = Y.encodeStateAsUpdate(doc, before);
    await log.begin([{ sectionId, bytes: first, clientId: 8, authorId: person.id }]);
    const { log: number } = await log.open(sectionId);
    const next = {
      updates: [{ bytes: second, authorId: null }],
      claims: new Map([[doc.clientID, person.id]]),
    };
    await log.append([{ sectionId, log: number, seq: 2, ...next }]);
    expect((await section(sectionId, "plainText")).plainText).toBe("uno e due");
    await log.fold({ sectionId, log: number }, 1, first, new Map());
    expect((await section(sectionId, "plainText")).plainText).toBe("uno e due");
    await log.fold({ sectionId, log: number }, 2, Y.encodeStateAsUpdate(doc), new Map());
    expect((await section(sectionId, "plainText")).plainText).toBe("uno e due");
  });

  it("whose log has a hole is not shown, and the others are", async () => {
    const { shared: sectionId } = world.sections;
    const bytes = markdownToUpdate("perduto", 9);
    await log.begin([{ sectionId, bytes, clientId: 9, authorId: person.id }]);
    await served.database.query(
      "UPDATE section_update SET seq = 2 FROM section WHERE id = $1 AND section.log = section_update.log",
      [sectionId],
    );
    const both = `query ($a: ID!, $b: ID!) { a: section(id: $a) { plainText } b: section(id: $b) { plainText } }`;
    const variables = { a: sectionId, b: world.sections.alfaDraft };
    const answer = await ask(served, both, { token: person.token, variables });
    expect(answer.codes).toEqual(["INTERNAL"]);
    expect(answer.data).toEqual({ a: null, b: { plainText: "Titolo\nPrima riga" } });
    await served.database.query(
      "DELETE FROM section_update USING section WHERE id = $1 AND section.log = section_update.log",
      [sectionId],
    );
  });

  it("says what the law asks, and what of it nobody has verified", async () => {
    const { guidance } = await section(
      world.sections.alfaDraft,
      "guidance { number title lawVerified contentVerified }",
    );
    expect(guidance).toEqual([
      { number: "2.1", title: "Valore pubblico", lawVerified: false, contentVerified: false },
    ]);
    const strategy = await section(world.sections.shared, "guidance { number }");
    expect(strategy.guidance.length).toBeGreaterThan(1);
  });
});

describe("closing a section", () => {
  const close =
    "mutation ($id: ID!, $closed: Boolean!) { setSectionClosed(sectionId: $id, closed: $closed) { closed myAccess } }";
  const act = (id: string, closed: boolean) =>
    ask(served, close, { token: person.token, variables: { id, closed } });

  it("keeps everybody from writing until it is opened again", async () => {
    expect((await act(world.sections.shared, true)).data.setSectionClosed).toEqual({
      closed: true,
      myAccess: "COMMENT",
    });
    expect((await section(world.sections.shared, "closed myAccess")).myAccess).toBe("COMMENT");
    expect((await act(world.sections.shared, false)).data.setSectionClosed).toEqual({
      closed: false,
      myAccess: "EDIT",
    });
  });

  it("is refused for a section of one body, and for one that is adopted", async () => {
    expect((await act(world.sections.alfaDraft, true)).codes).toEqual(["NOT_YOUR_ROLE"]);
    expect((await act(world.sections.sharedAdopted, true)).codes).toEqual(["NOT_IN_THIS_STATE"]);
  });

  it("twice in one request tells each time how it stands then", async () => {
    const both = `mutation ($id: ID!) {
      first: setSectionClosed(sectionId: $id, closed: true) { myAccess }
      second: setSectionClosed(sectionId: $id, closed: false) { myAccess } }`;
    const { data } = await ask(served, both, {
      token: person.token,
      variables: { id: world.sections.shared },
    });
    expect(data).toEqual({ first: { myAccess: "COMMENT" }, second: { myAccess: "EDIT" } });
  });
});

describe("a pass to a section", () => {
  const issue = "mutation ($id: ID!) { syncTicket(sectionId: $id) { ticket access expiresAt } }";

  it("says what it opens, and until when", async () => {
    const variables = { id: world.sections.sharedAdopted };
    const { syncTicket } = (await ask(served, issue, { token: person.token, variables })).data;
    expect(syncTicket.access).toBe("COMMENT");
    expect(syncTicket.ticket).toMatch(/^[\w-]{43}$/);
    const minutes = (Date.parse(syncTicket.expiresAt) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(4);
    expect(minutes).toBeLessThanOrEqual(5);
  });
});
