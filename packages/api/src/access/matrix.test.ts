import { CommentThread, loadSectionFacts, Section } from "@upiao/db";
import { mayActOnSection, mayReadPlan, type SectionFacts } from "@upiao/domain";
import { parse, TypeInfo, visit, visitWithTypeInfo } from "graphql";
import type { Client } from "graphql-ws";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ask } from "../../test/ask.ts";
import { type Asker, makeAskers } from "../../test/askers.ts";
import { everyField, fieldsIn, fieldsOf } from "../../test/every-field.ts";
import { fieldRules } from "../../test/field-rules.ts";
import { connect, type Listening, listen } from "../../test/live.ts";
import { makePerson, openSession, password } from "../../test/people.ts";
import { type Served, serve } from "../../test/served.ts";
import { expected, makeTrials, type Trial } from "../../test/trials.ts";
import { makeWorld, type World } from "../../test/world.ts";
import { schemaOfCode } from "../schema.ts";

const schema = schemaOfCode();
const demoAccount = {
  email: "d@upiao.example",
  name: "D",
  bodyName: "Alfa",
  role: "EDITOR",
  password,
} as const;

let served: Served;
let world: World;
let askers: Asker[];
let trials: Trial[];
let facts: Map<string, SectionFacts>;

/** Fields of which an answer was given, and of which one was refused. */
const answered = new Set<string>();
const refused = new Set<string>();

beforeAll(async () => {
  served = await serve({ demoAccounts: [demoAccount] });
  world = await makeWorld(served.database);
  askers = await makeAskers(served.database, world);
  trials = await makeTrials(served, world, schema);
  facts = await loadSectionFacts(served.database, Object.values(world.sections));
  for (const sectionId of Object.values(world.sections)) {
    const present = [{ id: askers[1]!.userId, name: "Presente", bodyName: "Alfa", role: "EDITOR" }];
    served.bus.publish("presence", { sections: [{ sectionId, present }] });
  }
});

afterAll(() => served.close());

const known = new Map<string, readonly string[]>();

function fieldsAsked(query: string): readonly string[] {
  const asked = known.get(query) ?? findFields(query);
  known.set(query, asked);
  return asked;
}

function findFields(query: string): readonly string[] {
  const asked: string[] = [];
  const types = new TypeInfo(schema);
  const note = () => void asked.push(`${types.getParentType()?.name}.${types.getFieldDef()?.name}`);
  visit(parse(query), visitWithTypeInfo(types, { Field: note }));
  return asked;
}

function noteAnswer(query: string, data: unknown): void {
  const operation = query.trimStart().startsWith("mutation")
    ? schema.getMutationType()
    : schema.getQueryType();
  for (const field of fieldsIn(operation!, data)) answered.add(field);
}

/** What this asker may read nothing of must not be in any answer to them, by whatever way. */
function expectNoLeak(asker: Asker, body: string): void {
  for (const [key, id] of Object.entries(world.sections)) {
    const mayRead = mayActOnSection("read", facts.get(id)!, asker.posts);
    if (!mayRead) expect(body, `${asker.name} got ${key}`).not.toContain(`Segreto ${key}.`);
  }
  for (const [key, bodyId] of Object.entries(world.bodies)) {
    const mayRead = mayReadPlan({ bodyId }, [...facts.values()], asker.posts);
    if (!mayRead) expect(body, `${asker.name} got the plan of ${key}`).not.toContain(`Segreto piano ${key}`);
  }
}

describe("[T01] every field of the schema", () => {
  it("has a rule, and every rule a field", () => {
    const ruled = Object.entries(fieldRules).map(([type, fields]) => [type, Object.keys(fields).sort()]);
    expect(Object.fromEntries(ruled)).toEqual(fieldsOf(schema));
  });

  it("is answered or refused to every role in every relation as the rules say", {
    timeout: 480_000,
  }, async () => {
    async function attempt(trial: Trial, asker: Asker): Promise<void> {
      const answer = await ask(served, trial.query, { token: asker.token, variables: trial.variables });
      const why = expected(trial, asker);
      expect({ asker: asker.name, trial: trial.name, codes: answer.codes }).toEqual({
        asker: asker.name,
        trial: trial.name,
        codes: why === null ? [] : [why],
      });
      expectNoLeak(asker, answer.body);
      if (why === null) {
        noteAnswer(trial.query, answer.data);
        await trial.undo?.();
      } else {
        expect(Object.values(answer.data ?? {}).every((value) => value === null)).toBe(true);
        for (const field of fieldsAsked(trial.query)) refused.add(field);
      }
    }
    for (const trial of trials) {
      const changes = (asker: Asker) => trial.undo !== undefined && expected(trial, asker) === null;
      await Promise.all(askers.filter((asker) => !changes(asker)).map((asker) => attempt(trial, asker)));
      // What is put back after each must not meet what another has changed.
      for (const asker of askers.filter(changes)) await attempt(trial, asker);
    }
  });

  it("of a person is answered to themselves", async () => {
    for (const asker of askers) {
      const { data } = await ask(served, "{ me { id } }", { token: asker.token });
      expect(data.me).toEqual(asker.token === null ? null : { id: asker.userId });
    }
  });

  it("of a session is answered to its own person", async () => {
    const posts = [{ bodyId: world.bodies.alfa, role: "EDITOR" }] as const;
    const { id, email } = await makePerson(served.database, "Una Sessione", posts);
    const login = `mutation ($email: String!, $password: String!) {
      login(email: $email, password: $password) ${everyField(schema, "Session", 3)} }`;
    const ends = [
      "mutation { logout }",
      "mutation { logoutEverywhere }",
      `mutation { changePassword(current: "${password}", next: "un'altra, più lunga") }`,
    ];
    for (const query of ends) {
      const token = await openSession(served.database, id);
      const answer = await ask(served, query, { token });
      expect(answer.codes).toEqual([]);
      noteAnswer(query, answer.data);
      expect((await ask(served, "{ me { id } }", { token })).data.me).toBeNull();
    }
    const answer = await ask(served, login, { variables: { email, password: "un'altra, più lunga" } });
    expect(answer.data.login.user.id).toBe(id);
    noteAnswer(login, answer.data);
    for (const query of ends.slice(1)) {
      expect((await ask(served, query)).codes).toEqual(["NOT_AUTHENTICATED"]);
      for (const field of fieldsAsked(query)) refused.add(field);
    }
  });

  it("is answered or refused in subscriptions, too", { timeout: 480_000 }, async () => {
    const fields = everyField(schema, "Section", 3);
    const changed = `subscription ($id: ID!) { sectionChanged(sectionId: $id) ${fields} }`;
    const presence = `subscription ($id: ID!) { presence(sectionIds: [$id]) ${everyField(schema, "Presence", 1)} }`;
    const comments = `subscription ($id: ID!) { commentsChanged(sectionId: $id) ${everyField(schema, "CommentsChange", 3)} }`;
    const threads = await served.database.getRepository(CommentThread).find();
    const versions = `subscription ($id: ID!) { versionsChanged(sectionId: $id) ${fields} }`;
    const mine = `subscription { notificationsChanged ${everyField(schema, "UnreadNotifications", 0)} }`;
    const proposals = `subscription ($id: ID!) { proposalsChanged(sectionId: $id) { id } }`;
    const clients: Client[] = [];
    const following: { asker: Asker; listening: Listening }[] = [];
    for (const asker of askers) {
      const own = connect(served, asker.token);
      clients.push(own);
      const listening = listen(own, mine);
      if (asker.token) following.push({ asker, listening });
      else {
        expect(await listening.end).toEqual({ kind: "closed", code: 4401 });
        for (const field of fieldsAsked(mine)) refused.add(field);
      }
      for (const id of Object.values(world.sections)) {
        const client = connect(served, asker.token);
        clients.push(client);
        const mayRead = mayActOnSection("read", facts.get(id)!, asker.posts);
        for (const query of [changed, presence, versions, proposals, comments]) {
          const listening = listen(client, query, { id });
          if (mayRead) following.push({ asker, listening });
          else {
            const end = asker.token
              ? { kind: "refused", codes: ["NOT_FOUND"] }
              : { kind: "closed", code: 4401 };
            expect(await listening.end).toEqual(end);
            expect(listening.events).toEqual([]);
            for (const field of fieldsAsked(query)) refused.add(field);
          }
        }
      }
    }
    let closed = false;
    await vi.waitFor(
      async () => {
        closed = !closed;
        for (const id of Object.values(world.sections)) {
          await served.database.getRepository(Section).update(id, { closed });
          for (const what of ["version", "proposal"] as const)
            served.bus.publish("review", { sectionId: id, what, id });
        }
        for (const { id, sectionId } of threads) {
          served.bus.publish("review", { sectionId, what: "comment", id });
        }
        const silent = following.filter(({ listening }) => listening.events.length === 0);
        expect(silent.map(({ asker }) => asker.name)).toEqual([]);
      },
      { timeout: 400_000, interval: 200 },
    );
    for (const { asker, listening } of following) {
      const event = await listening.next();
      expect(event.errors).toBeUndefined();
      expectNoLeak(asker, JSON.stringify(event.data));
      for (const field of fieldsIn(schema.getSubscriptionType()!, event.data)) answered.add(field);
    }
    for (const client of clients) await client.dispose();
  });

  it("was really reached, and really refused where not everybody has it", () => {
    const fields = Object.entries(fieldRules).flatMap(([type, rules]) =>
      Object.entries(rules).map(([field, rule]) => ({ name: `${type}.${field}`, rule })),
    );
    expect(fields.map(({ name }) => name).filter((name) => !answered.has(name))).toEqual([]);
    const guarded = fields
      .filter(({ rule }) => rule !== "anybody" && rule !== "oneself")
      .map(({ name }) => name);
    expect(guarded.filter((name) => !refused.has(name))).toEqual([]);
  });
});
