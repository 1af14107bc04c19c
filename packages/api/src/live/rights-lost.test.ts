import { createHash } from "node:crypto";
import { Membership, OfficeMember, Plan, Section } from "@upiao/db";
import type { Client } from "graphql-ws";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask } from "../../test/ask.ts";
import { closing, connect, type Listening, listen, within } from "../../test/live.ts";
import { makePerson, openSession, type TestPerson } from "../../test/people.ts";
import { type Served, serve } from "../../test/served.ts";
import { makeWorld, type World } from "../../test/world.ts";

const changed = "subscription ($id: ID!) { sectionChanged(sectionId: $id) { id closed myAccess } }";
const presence = "subscription ($id: ID!) { presence(sectionIds: [$id]) { sectionId present { name } } }";

let served: Served;
let world: World;
let editor: TestPerson;
let admin: TestPerson;
let count = 0;
const clients: Client[] = [];

beforeAll(async () => {
  served = await serve();
  world = await makeWorld(served.database);
});

beforeEach(async () => {
  count++;
  editor = await makePerson(served.database, `Edo ${count}`, [{ bodyId: world.bodies.alfa, role: "EDITOR" }]);
  admin = await makePerson(served.database, `Ada ${count}`, [{ bodyId: world.bodies.alfa, role: "ADMIN" }]);
});

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.dispose()));
});

afterAll(() => served.close());

/** Both subscriptions on one section, on a socket of their own. */
interface Following {
  readonly presence: Listening;
  readonly section: Listening;
  readonly closed: Promise<number>;
}

async function follow(person: TestPerson, id: string): Promise<Following> {
  const client = connect(served, person.token);
  clients.push(client);
  const closed = closing(client);
  const following = {
    presence: listen(client, presence, { id }),
    section: listen(client, changed, { id }),
    closed,
  };
  await following.presence.next();
  return following;
}

/** Changes the section until the subscription has told so: from then on it tells everything. */
async function begin(listening: Listening, id: string): Promise<void> {
  let closed = false;
  while (listening.events.length === 0) {
    closed = !closed;
    await served.database.getRepository(Section).update(id, { closed });
  }
}

async function expectTold(listening: Listening, told: object): Promise<void> {
  await expect.poll(() => listening.events.at(-1)!.data.sectionChanged).toMatchObject(told);
}

async function expectRefused({ presence, section }: Following): Promise<void> {
  for (const listening of [presence, section]) {
    expect(await within(1_000, listening.end)).toEqual({ kind: "refused", codes: ["NOT_FOUND"] });
  }
}

async function expectClosed({ closed }: Following, withinMs = 1_000): Promise<void> {
  expect(await within(withinMs, closed)).toBe(4403);
}

describe("[T05] within a second a subscription ends", () => {
  it("when the role is taken away", async () => {
    const following = await follow(editor, world.sections.shared);
    const [membership] = await served.database.getRepository(Membership).findBy({ userId: editor.id });
    const remove = "mutation ($id: ID!) { removeRole(membershipId: $id) }";
    await ask(served, remove, { token: admin.token, variables: { id: membership!.id } });
    await expectRefused(following);
  });

  it("when its person is disabled", async () => {
    const following = await follow(editor, world.sections.shared);
    const disable =
      "mutation ($b: ID!, $u: ID!) { setPersonDisabled(bodyId: $b, userId: $u, disabled: true) }";
    await ask(served, disable, { token: admin.token, variables: { b: world.bodies.alfa, u: editor.id } });
    await expectClosed(following);
  });

  it("at logout, and those of another session of the same person go on", async () => {
    const following = await follow(editor, world.sections.shared);
    const other = await follow(
      { ...editor, token: await openSession(served.database, editor.id) },
      world.sections.shared,
    );
    await ask(served, "mutation { logout }", { token: editor.token });
    await expectClosed(following);
    served.bus.publish("presence", {
      sections: [{ sectionId: world.sections.shared, present: [person("Nuova")] }],
    });
    expect((await other.presence.next()).data.presence.present).toEqual([{ name: "Nuova" }]);
    served.bus.publish("presence", { sections: [{ sectionId: world.sections.shared, present: [] }] });
  });

  it("at logout everywhere", async () => {
    const following = await follow(editor, world.sections.shared);
    const elsewhere = await openSession(served.database, editor.id);
    await ask(served, "mutation { logoutEverywhere }", { token: elsewhere });
    await expectClosed(following);
  });

  it("when the session has lasted its seven days, without any news", async () => {
    const token = await openSession(served.database, editor.id);
    const { database } = served;
    await database.query("DELETE FROM user_session WHERE user_id = $1 AND token_hash <> $2", [
      editor.id,
      hashOf(token),
    ]);
    await database.query(
      `UPDATE user_session SET created_at = now() - interval '7 days' + interval '2 s', expires_at = now() + interval '2 s'
        WHERE user_id = $1`,
      [editor.id],
    );
    const following = await follow({ ...editor, token }, world.sections.shared);
    await expectClosed(following, 3_000);
  });

  it("when the body leaves the office", async () => {
    const gone = await makePerson(served.database, `Bea ${count}`, [
      { bodyId: world.bodies.beta, role: "EDITOR" },
    ]);
    const following = await follow(gone, world.sections.shared);
    const members = served.database.getRepository(OfficeMember);
    await members.update({ bodyId: world.bodies.beta }, { leftAt: new Date() });
    await expectRefused(following);
    await members.update({ bodyId: world.bodies.beta }, { leftAt: null });
  });

  it("when the Province is no longer the reviewer", async () => {
    const plans = served.database.getRepository(Plan);
    await plans.update(world.plans.far, { reviewerBodyId: world.bodies.lead });
    await served.database.getRepository(Section).update(world.sections.farDraft, { state: "SUBMITTED" });
    const reviewer = await makePerson(served.database, `Rev ${count}`, [
      { bodyId: world.bodies.lead, role: "REVIEWER" },
    ]);
    const following = await follow(reviewer, world.sections.farDraft);
    await plans.update(world.plans.far, { reviewerBodyId: null });
    await expectRefused(following);
  });

  it("when a draft is taken back from its reviewer", async () => {
    const reviewer = await makePerson(served.database, `Rev ${count}`, [
      { bodyId: world.bodies.lead, role: "REVIEWER" },
    ]);
    const following = await follow(reviewer, world.sections.alfaSubmitted);
    const sections = served.database.getRepository(Section);
    await sections.update(world.sections.alfaSubmitted, { state: "DRAFT" });
    await expectRefused(following);
    await sections.update(world.sections.alfaSubmitted, { state: "SUBMITTED" });
  });

  it("when the section is deleted", async () => {
    const section = await served.database
      .getRepository(Section)
      .save({ title: "Breve", code: "4", firstYear: 2026, planId: world.plans.alfa });
    const following = await follow(editor, section.id);
    await served.database.getRepository(Section).delete(section.id);
    await expectRefused(following);
  });

  it("when the news of it was missed, because the bus was deaf", async () => {
    const following = await follow(editor, world.sections.shared);
    // In one statement: the connection that listens is cut before the commit that it should hear of.
    await served.database.query(
      `WITH cut AS (SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                     WHERE application_name = 'upiao bus' AND datname = current_database())
       DELETE FROM membership WHERE user_id = $1 AND EXISTS (SELECT FROM cut)`,
      [editor.id],
    );
    await expectRefused(following);
  });
});

describe("a subscription that keeps its right", () => {
  it("tells that a section was closed, and what one may do in it now", async () => {
    const { section } = await follow(editor, world.sections.shared);
    await begin(section, world.sections.shared);
    const rtd = await makePerson(served.database, `Rita ${count}`, [
      { bodyId: world.bodies.alfa, role: "RTD" },
    ]);
    const close = "mutation ($id: ID!, $c: Boolean!) { setSectionClosed(sectionId: $id, closed: $c) { id } }";
    for (const [closed, myAccess] of [
      [true, "COMMENT"],
      [false, "EDIT"],
    ] as const) {
      await ask(served, close, { token: rtd.token, variables: { id: world.sections.shared, c: closed } });
      await expectTold(section, { id: world.sections.shared, closed, myAccess });
    }
  });

  it("tells that another role has changed what one may do, and goes on", async () => {
    const { section } = await follow(editor, world.sections.shared);
    await begin(section, world.sections.shared);
    await served.database.getRepository(Section).update(world.sections.shared, { closed: false });
    const memberships = served.database.getRepository(Membership);
    await memberships.update({ userId: editor.id }, { role: "AUDITOR" });
    await expectTold(section, { myAccess: "COMMENT", closed: false });
    await memberships.update({ userId: editor.id }, { role: "EDITOR" });
    await expectTold(section, { myAccess: "EDIT" });
  });

  it("is not disturbed by what happens to others", async () => {
    const following = await follow(editor, world.sections.shared);
    await served.database.getRepository(Membership).delete({ userId: admin.id });
    served.bus.publish("presence", {
      sections: [{ sectionId: world.sections.shared, present: [person("Ugo")] }],
    });
    expect((await following.presence.next()).data.presence.present).toEqual([{ name: "Ugo" }]);
    served.bus.publish("presence", { sections: [{ sectionId: world.sections.shared, present: [] }] });
    expect((await following.presence.next()).data.presence.present).toEqual([]);
    expect(following.section.events).toEqual([]);
  });
});

function hashOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

function person(name: string) {
  return {
    id: `00000000-0000-4000-8000-${name.padEnd(12, "0").slice(0, 12)}`,
    name,
    bodyName: "Alfa",
    role: "EDITOR",
  };
}
