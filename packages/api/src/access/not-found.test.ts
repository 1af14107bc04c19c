import { randomUUID } from "node:crypto";
import { Comment, CommentThread, Membership } from "@upiao/db";
import type { Client } from "graphql-ws";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../../test/ask.ts";
import { connect, listen } from "../../test/live.ts";
import { makePerson, type TestPerson } from "../../test/people.ts";
import { type Served, serve } from "../../test/served.ts";
import { makeWorld, type World } from "../../test/world.ts";
import { freezeVersion } from "../version/freeze-version.ts";

let served: Served;
let world: World;
/** Everything that somebody of a body without any tie can be. */
let stranger: TestPerson;
let insider: TestPerson;
let client: Client | null = null;
let frozenId: string;

beforeAll(async () => {
  served = await serve();
  world = await makeWorld(served.database);
  const frozen = { sectionId: world.sections.alfaSubmitted, kind: "FROZEN", byUserId: null } as const;
  frozenId = (await served.database.transaction((tx) => freezeVersion(tx, frozen))).id;
  const roles = ["EDITOR", "RTD", "REVIEWER", "AUDITOR", "SECRETARY", "ADMIN"] as const;
  stranger = await makePerson(
    served.database,
    "Tutti Ruoli",
    roles.map((role) => ({ bodyId: world.bodies.far, role })),
  );
  insider = await makePerson(served.database, "Iva Dentro", [{ bodyId: world.bodies.alfa, role: "EDITOR" }]);
});

afterEach(async () => {
  await client?.dispose();
  client = null;
});

afterAll(() => served.close());

/** Operations that take an id, and a foreign one for each. */
const ways: { name: string; query: string; foreign: () => Promise<string> | string }[] = [
  {
    name: "section",
    query: "query ($id: ID!) { section(id: $id) { id } }",
    foreign: () => world.sections.alfaDraft,
  },
  {
    name: "a shared section",
    query: "query ($id: ID!) { section(id: $id) { id } }",
    foreign: () => world.sections.shared,
  },
  {
    name: "version",
    query: "query ($id: ID!) { version(id: $id) { id } }",
    foreign: () => keepVersion(),
  },
  {
    name: "nameVersion",
    query: `mutation ($id: ID!) { nameVersion(sectionId: $id, name: "Bozza") { id } }`,
    foreign: () => world.sections.shared,
  },
  {
    name: "restoreVersion",
    query: "mutation ($id: ID!) { restoreVersion(versionId: $id) { id } }",
    foreign: () => keepVersion(),
  },
  { name: "plan", query: "query ($id: ID!) { plan(id: $id) { id } }", foreign: () => world.plans.alfa },
  {
    name: "bodyPeople",
    query: "query ($id: ID!) { bodyPeople(bodyId: $id) { id } }",
    foreign: () => world.bodies.alfa,
  },
  {
    name: "syncTicket",
    query: "mutation ($id: ID!) { syncTicket(sectionId: $id) { ticket } }",
    foreign: () => world.sections.shared,
  },
  {
    name: "setSectionClosed",
    query: "mutation ($id: ID!) { setSectionClosed(sectionId: $id, closed: true) { id } }",
    foreign: () => world.sections.shared,
  },
  {
    name: "addPerson",
    query: `mutation ($id: ID!) { addPerson(bodyId: $id, email: "x@upiao.example", name: "X", role: EDITOR) { id } }`,
    foreign: () => world.bodies.alfa,
  },
  {
    name: "removeRole",
    query: "mutation ($id: ID!) { removeRole(membershipId: $id) }",
    foreign: async () => {
      const membership = await served.database
        .getRepository(Membership)
        .findOneByOrFail({ userId: insider.id });
      return membership.id;
    },
  },
  {
    name: "setPersonDisabled at a body",
    query: `mutation ($id: ID!) { setPersonDisabled(bodyId: $id, userId: "${randomUUID()}", disabled: true) }`,
    foreign: () => world.bodies.alfa,
  },
  {
    name: "observations",
    query: "query ($id: ID!) { observations(bodyId: $id) { rows { id } } }",
    foreign: () => world.bodies.alfa,
  },
  {
    name: "giveOpinion",
    query: `mutation ($id: ID!) {
      giveOpinion(versionId: $id, bodyId: "${randomUUID()}", verdict: FAVOURABLE, text: "Sì.") { id } }`,
    foreign: () => frozenId,
  },
  {
    name: "recordLeaving",
    query: `mutation ($id: ID!) { recordLeaving(officeId: $id, bodyId: "${randomUUID()}") }`,
    foreign: () => world.officeId,
  },
  {
    name: "admitMember",
    query: `mutation ($id: ID!) { admitMember(officeId: $id, bodyId: "${randomUUID()}", joinedOn: "2026-01-01") { id } }`,
    foreign: () => world.officeId,
  },
  {
    name: "startSharedSection",
    query: "mutation ($id: ID!) { startSharedSection(officeId: $id, firstYear: 2031) { id } }",
    foreign: () => world.officeId,
  },
  {
    name: "foundOffice",
    query: `mutation ($id: ID!) {
      foundOffice(leadBodyId: $id, name: "Ufficio", conventionAct: "n. 1", conventionDate: "2026-01-01") { id } }`,
    foreign: () => world.bodies.lead,
  },
  {
    name: "addThread",
    query: `mutation ($id: ID!) { addThread(thread: { sectionId: $id, kind: QUESTION, text: "Perché?" }) { id } }`,
    foreign: () => world.sections.shared,
  },
  {
    name: "mentionable",
    query: `query ($id: ID!) { mentionable(sectionId: $id, search: "") { name } }`,
    foreign: () => world.sections.shared,
  },
  {
    name: "reply",
    query: `mutation ($id: ID!) { reply(threadId: $id, text: "Ecco.") { id } }`,
    foreign: async () => (await makeThread()).threadId,
  },
  ...["resolveThread", "reopenThread"].map((name) => ({
    name,
    query: `mutation ($id: ID!) { ${name}(threadId: $id) { id } }`,
    foreign: async () => (await makeThread()).threadId,
  })),
  {
    name: "editComment",
    query: `mutation ($id: ID!) { editComment(commentId: $id, text: "Altro.") { id } }`,
    foreign: async () => (await makeThread()).id,
  },
  {
    name: "deleteComment",
    query: "mutation ($id: ID!) { deleteComment(commentId: $id) { id } }",
    foreign: async () => (await makeThread()).id,
  },
];

/** A comment in a thread of its own. */
async function makeThread(): Promise<Comment> {
  const raised = { byUserId: insider.id, bodyId: world.bodies.alfa, role: "EDITOR" } as const;
  const { id: threadId } = await served.database
    .getRepository(CommentThread)
    .save({ sectionId: world.sections.shared, kind: "QUESTION" as const, ...raised });
  return served.database.getRepository(Comment).save({ threadId, text: "Perché?", ...raised });
}

async function keepVersion(): Promise<string> {
  const asked = { sectionId: world.sections.shared, kind: "AUTOMATIC", byUserId: null } as const;
  const version = await served.database.transaction((tx) => freezeVersion(tx, asked));
  return version.id;
}

const malformed = [
  "",
  "1",
  "x".repeat(5_000),
  "' OR 1=1 --",
  "00000000-0000-0000-0000-00000000000g",
  "\0",
  "\ud800",
];

describe("[T02] somebody else's thing", () => {
  it.each(ways)("is answered by $name as one that does not exist", async ({ query, foreign }) => {
    const answers: string[] = [];
    for (const id of [await foreign(), randomUUID(), ...malformed]) {
      const { body, status } = await ask(served, query, { token: stranger.token, variables: { id } });
      answers.push(`${status} ${body}`);
    }
    expect(answers[0]).toContain('"code":"NOT_FOUND"');
    expect(new Set(answers)).toEqual(new Set([answers[0]]));
  });

  it.each(["section", "syncTicket", "giveOpinion"])(
    "costs %s the same statements as one that does not exist",
    async (name) => {
      const { query, foreign } = ways.find((way) => way.name === name)!;
      const costs: string[] = [];
      for (const id of [await foreign(), randomUUID(), "malformed"]) {
        served.statements.length = 0;
        await ask(served, query, { token: stranger.token, variables: { id } });
        costs.push(served.statements.join("\n"));
      }
      expect(new Set(costs)).toEqual(new Set([costs[0]]));
    },
  );

  it("is not reached through a body of one's own", async () => {
    const disable = `mutation ($userId: ID!, $bodyId: ID!) {
      setPersonDisabled(bodyId: $bodyId, userId: $userId, disabled: true) }`;
    const leave =
      "mutation ($officeId: ID!, $bodyId: ID!) { recordLeaving(officeId: $officeId, bodyId: $bodyId) }";
    const bodyId = world.bodies.far;
    for (const [query, variables] of [
      [disable, { bodyId, userId: insider.id }],
      [disable, { bodyId, userId: randomUUID() }],
      [leave, { bodyId, officeId: world.officeId }],
      [leave, { bodyId, officeId: randomUUID() }],
    ] as const) {
      expect((await ask(served, query, { token: stranger.token, variables })).codes).toEqual(["NOT_FOUND"]);
    }
    expect((await ask(served, "{ me { id } }", { token: insider.token })).data.me.id).toBe(insider.id);
  });

  it.each([
    "presence(sectionIds: [$id]) { sectionId }",
    "sectionChanged(sectionId: $id) { id }",
    "commentsChanged(sectionId: $id) { thread { id } }",
  ])("ends the subscription %s as one that does not exist", async (field) => {
    client = connect(served, stranger.token);
    for (const id of [world.sections.shared, randomUUID(), ...malformed]) {
      const listening = listen(client, `subscription ($id: ID!) { ${field} }`, { id });
      expect(await listening.end).toEqual({ kind: "refused", codes: ["NOT_FOUND"] });
    }
  });

  it("is not there for who has not signed in, whether it exists or not", async () => {
    const query = "query ($id: ID!) { section(id: $id) { id } }";
    const [known, unknown] = [
      await ask(served, query, { variables: { id: world.sections.shared } }),
      await ask(served, query, { variables: { id: randomUUID() } }),
    ];
    expect(known.codes).toEqual(["NOT_AUTHENTICATED"]);
    expect(known.body).toBe(unknown.body);
  });
});

describe("[T03] ids", () => {
  it("are random, version 4", async () => {
    const ids = [
      ...Object.values(world.bodies),
      ...Object.values(world.sections),
      ...Object.values(world.plans),
    ];
    for (const id of [...ids, stranger.id]) {
      expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    }
    expect(new Set(ids.map((id) => id.slice(0, 8))).size).toBe(ids.length);
  });

  it("that are wrong are counted, and right ones are not", async () => {
    const query = "query ($id: ID!) { section(id: $id) { id } }";
    const before = served.notFound.count;
    await ask(served, query, { token: stranger.token, variables: { id: randomUUID() } });
    await ask(served, query, { token: stranger.token, variables: { id: world.sections.shared } });
    expect(served.notFound.count).toBe(before + 2);
    await ask(served, query, { token: insider.token, variables: { id: world.sections.shared } });
    expect(served.notFound.count).toBe(before + 2);
  });
});

describe("[T04] a list, a count or a search", () => {
  const list = `query ($bodyId: ID, $first: Int, $after: String) {
    sections(bodyId: $bodyId, first: $first, after: $after) {
      edges { cursor node { title } } pageInfo { hasNextPage endCursor } } }`;

  it("holds nothing of others, and does not say that there is more", async () => {
    const { data } = await ask(served, list, { token: stranger.token, variables: { first: 1 } });
    expect(data.sections.edges.map((edge: { node: { title: string } }) => edge.node.title)).toEqual([
      "Segreto farDraft.",
    ]);
    expect(data.sections.pageInfo.hasNextPage).toBe(false);
  });

  it("answers for a foreign body as for one that does not exist", async () => {
    const [foreign, unknown, wrong] = await Promise.all(
      [world.bodies.alfa, randomUUID(), "x"].map((bodyId) =>
        ask(served, list, { token: stranger.token, variables: { bodyId } }),
      ),
    );
    expect(foreign!.data.sections.edges).toEqual([]);
    expect(foreign!.body).toBe(unknown!.body);
    expect(foreign!.body).toBe(wrong!.body);
  });

  it("holds nothing of others behind a cursor that an insider has taken", async () => {
    const inside = await ask(served, list, { token: insider.token, variables: {} });
    for (const { cursor } of inside.data.sections.edges) {
      const { data } = await ask(served, list, { token: stranger.token, variables: { after: cursor } });
      const titles = data.sections.edges.map((edge: { node: { title: string } }) => edge.node.title);
      expect(titles.filter((title: string) => title !== "Segreto farDraft.")).toEqual([]);
    }
  });

  it("of bodies finds bodies, and nothing that they write", async () => {
    const search = "query ($search: String!) { bodies(search: $search) { name } }";
    const { data } = await ask(served, search, { token: stranger.token, variables: { search: "segreto" } });
    expect(data.bodies).toEqual([]);
  });

  it("of offices and plans holds one's own", async () => {
    const { data } = await ask(served, "{ myOffices { id } myPlans { id } }", { token: stranger.token });
    expect(data).toEqual({ myOffices: [], myPlans: [{ id: world.plans.far }] });
  });
});
