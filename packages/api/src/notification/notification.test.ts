import { Membership, Notification, NotificationChoice, User } from "@upiao/db";
import { until } from "@upiao/test";
import type { Client } from "graphql-ws";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask } from "../../test/ask.ts";
import type { Data } from "../../test/data.ts";
import { connect, listen } from "../../test/live.ts";
import { makePerson, type TestPerson } from "../../test/people.ts";
import { type Served, serve } from "../../test/served.ts";
import { makeWorld, type World } from "../../test/world.ts";
import { notify, type Telling } from "./notify.ts";

let served: Served;
let world: World;
let rita: TestPerson;
let elena: TestPerson;
let count = 0;
const clients: Client[] = [];

beforeAll(async () => {
  served = await serve();
  world = await makeWorld(served.database);
});
beforeEach(async () => {
  count++;
  rita = await makePerson(served.database, `Rita ${count}`, [{ bodyId: world.bodies.alfa, role: "EDITOR" }]);
  elena = await makePerson(served.database, `Elena ${count}`, [
    { bodyId: world.bodies.lead, role: "REVIEWER" },
  ]);
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.dispose()));
});
afterAll(() => served.close());

function tell(to: readonly TestPerson[], telling: Partial<Telling> = {}): Promise<void> {
  return served.database.transaction((tx) =>
    notify(tx, {
      kind: "MENTION",
      sectionId: world.sections.alfaSubmitted,
      byUserId: elena.id,
      ...telling,
      to: to.map(({ id }) => id),
    }),
  );
}

const toldTo = ({ id }: TestPerson) => served.database.getRepository(Notification).findBy({ userId: id });

const mailJobs = ({ id }: TestPerson): Promise<{ run_at: Date }[]> =>
  served.database.query("SELECT run_at FROM graphile_worker.jobs WHERE key = $1", [`mail ${id}`]);

const list = `query ($first: Int, $after: String, $unread: Boolean) {
  myNotifications(first: $first, after: $after, unreadOnly: $unread) {
    edges { cursor node { id kind readAt byName path section { title } plan { id } } }
    pageInfo { hasNextPage endCursor } } }`;

async function asked(person: TestPerson, query: string, variables = {}): Promise<Data> {
  const answer = await ask(served, query, { token: person.token, variables });
  expect(answer.codes).toEqual([]);
  return answer.data;
}

const listOf = async (person: TestPerson, variables = {}) =>
  (await asked(person, list, variables)).myNotifications.edges.map(({ node }) => node);

describe("who is told", () => {
  it("hears what happened, where, by whom, and finds the way there", async () => {
    await tell([rita]);
    expect(await listOf(rita)).toMatchObject([
      {
        kind: "MENTION",
        readAt: null,
        byName: elena.name,
        section: { title: "Segreto alfaSubmitted." },
        path: `/sezioni/${world.sections.alfaSubmitted}`,
      },
    ]);
  });

  it("is not who did it, nor who is disabled, and nobody twice", async () => {
    const gone = await makePerson(served.database, `Gino ${count}`, []);
    await served.database.getRepository(User).update(gone.id, { disabledAt: new Date() });
    await tell([elena, rita, rita, gone]);
    expect(await toldTo(elena)).toEqual([]);
    expect(await toldTo(gone)).toEqual([]);
    expect(await toldTo(rita)).toHaveLength(1);
  });

  it("hears nothing of an act that did not come to be", async () => {
    const undone = served.database.transaction(async (tx) => {
      await notify(tx, {
        kind: "MENTION",
        to: [rita.id],
        sectionId: world.sections.shared,
        byUserId: elena.id,
      });
      throw new Error("not after all");
    });
    await expect(undone).rejects.toThrow();
    expect(await toldTo(rita)).toEqual([]);
    expect(await mailJobs(rita)).toEqual([]);
  });

  it("has one unread of each kind and place, which becomes new; what was read stays as it was", async () => {
    await tell([rita]);
    const [first] = await toldTo(rita);
    await served.database
      .getRepository(Notification)
      .update(first!.id, { at: new Date("2026-01-01T00:00:00Z") });
    await tell([rita]);
    await tell([rita], { kind: "REPLY" });
    await tell([rita], { sectionId: world.sections.shared });
    const unread = await listOf(rita, { unread: true });
    expect(unread).toHaveLength(3);
    expect(unread.map(({ id }) => id)).toContain(first!.id);
    const again = (await toldTo(rita)).find(({ id }) => id === first!.id)!;
    expect(again.at.getTime()).toBeGreaterThanOrEqual(first!.at.getTime());
    await asked(rita, "mutation ($id: ID!) { markRead(ids: [$id]) { count } }", { id: first!.id });
    await tell([rita]);
    expect(await listOf(rita)).toHaveLength(4);
  });

  it("may be told by two acts at once", async () => {
    const people = await Promise.all(
      Array.from({ length: 6 }, (_, n) =>
        makePerson(served.database, `Uno ${count} ${n}`, [{ bodyId: world.bodies.alfa, role: "EDITOR" }]),
      ),
    );
    const turned = [...people].reverse();
    await Promise.all(Array.from({ length: 12 }, (_, n) => tell(n % 2 ? people : turned)));
    for (const person of people) expect(await toldTo(person)).toHaveLength(1);
  });
});

describe("[T04] who has lost the right to read it", () => {
  it("hears neither what it is called nor who did it, and still may put it aside", async () => {
    await tell([rita]);
    await tell([rita], { kind: "DEADLINE", sectionId: undefined, planId: world.plans.alfa, byUserId: null });
    await served.database.getRepository(Membership).delete({ userId: rita.id });
    const told = await listOf(rita);
    expect(told).toHaveLength(2);
    for (const { section, plan, byName, path } of told)
      expect({ section, plan, byName, path }).toEqual({
        section: null,
        plan: null,
        byName: null,
        path: null,
      });
    const ids = told.map(({ id }) => id);
    const read = await asked(rita, "mutation ($ids: [ID!]!) { markRead(ids: $ids) { count } }", { ids });
    expect(read.markRead.count).toBe(0);
  });
});

describe("what was told", () => {
  it("is read only by who was told it", async () => {
    await tell([rita]);
    const [mine] = await toldTo(rita);
    await asked(elena, "mutation ($id: ID!) { markRead(ids: [$id]) { count } }", { id: mine!.id });
    expect((await asked(rita, "{ unreadNotifications { count } }")).unreadNotifications.count).toBe(1);
  });

  it("is all read but what has come since the list was shown", async () => {
    await tell([rita]);
    const { unreadNotifications } = await asked(rita, "{ unreadNotifications { count lastAt } }");
    await until(async () => {
      await tell([rita], { kind: "REPLY" });
      const latest = (await toldTo(rita)).find(({ kind }) => kind === "REPLY")!.at;
      return latest.getTime() > Date.parse(unreadNotifications.lastAt!);
    });
    const all = await asked(
      rita,
      "mutation ($until: DateTimeISO!) { markAllRead(until: $until) { count } }",
      {
        until: unreadNotifications.lastAt,
      },
    );
    expect(all.markAllRead.count).toBe(1);
    expect((await listOf(rita, { unread: true })).map(({ kind }) => kind)).toEqual(["REPLY"]);
  });

  it("comes page by page, the latest first, none twice and none left out", async () => {
    const rows = Array.from({ length: 7 }, (_, n) => ({
      userId: rita.id,
      kind: "REPLY" as const,
      sectionId: world.sections.shared,
      // Some in the same millisecond.
      at: new Date(1_764_000_000_000 + Math.floor(n / 3)),
      readAt: new Date(),
    }));
    await served.database.getRepository(Notification).insert(rows);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { myNotifications } = await asked(rita, list, { first: 2, after });
      seen.push(...myNotifications.edges.map(({ node }) => node.id));
      after = myNotifications.pageInfo.hasNextPage ? myNotifications.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
  });

  it("refuses a cursor that it has not given", async () => {
    const answer = await ask(served, list, { token: rita.token, variables: { after: "bm8=" } });
    expect(answer.codes).toEqual(["BAD_INPUT"]);
  });

  it("rises live, also on another device, and falls when it is read", async () => {
    const client = connect(served, rita.token);
    clients.push(client);
    const listening = listen(client, "subscription { notificationsChanged { count } }");
    expect((await listening.next()).data.notificationsChanged.count).toBe(0);
    await tell([rita]);
    expect((await listening.next()).data.notificationsChanged.count).toBe(1);
    await tell([rita]);
    expect((await listening.next()).data.notificationsChanged.count).toBe(1);
    const [mine] = await toldTo(rita);
    await asked(rita, "mutation ($id: ID!) { markRead(ids: [$id]) { count } }", { id: mine!.id });
    expect((await listening.next()).data.notificationsChanged.count).toBe(0);
  });
});

describe("mail at once", () => {
  it("is queued with the act for who wants it at once, and for nobody else", async () => {
    const choices = served.database.getRepository(NotificationChoice);
    const never = await makePerson(served.database, `Nora ${count}`, []);
    await choices.insert({ userId: never.id, kind: "MENTION", mail: "NONE" });
    const always = await makePerson(served.database, `Alba ${count}`, []);
    await choices.insert({ userId: always.id, kind: "VALIDATED", mail: "IMMEDIATE" });
    await tell([rita, never]);
    await tell([rita, always], { kind: "VALIDATED" });
    expect(await mailJobs(rita)).toHaveLength(1);
    expect(await mailJobs(never)).toHaveLength(0);
    expect(await mailJobs(always)).toHaveLength(1);
  });

  it("waits a little after the last one to the same person, and then goes in one", async () => {
    await tell([rita]);
    const mailed = new Date();
    await served.database.getRepository(Notification).update({ userId: rita.id }, { mailedAt: mailed });
    await served.database.query("SELECT graphile_worker.remove_job($1)", [`mail ${rita.id}`]);
    await tell([rita], { kind: "FINDING" });
    await tell([rita], { kind: "SUBMITTED" });
    const jobs = await mailJobs(rita);
    expect(jobs.map(({ run_at }) => run_at.getTime() - mailed.getTime())).toEqual([300_000]);
  });

  it("is chosen by kind, and the choice is remembered", async () => {
    const choose = "mutation { setNotificationChoice(kind: MENTION, mail: DIGEST) { kind mail } }";
    expect((await asked(rita, choose)).setNotificationChoice).toEqual({ kind: "MENTION", mail: "DIGEST" });
    await asked(rita, choose);
    const { myMailPreferences } = await asked(rita, "{ myMailPreferences { kind mail } }");
    expect(myMailPreferences).toContainEqual({ kind: "MENTION", mail: "DIGEST" });
    expect(myMailPreferences).toContainEqual({ kind: "REPLY", mail: "DIGEST" });
    expect(myMailPreferences).toContainEqual({ kind: "FINDING", mail: "IMMEDIATE" });
    await tell([rita]);
    expect(await mailJobs(rita)).toHaveLength(0);
  });
});
