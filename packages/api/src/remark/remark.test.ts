import { randomUUID } from "node:crypto";
import { AuditEvent, Notification, Remark } from "@upiao/db";
import type { RemarkState } from "@upiao/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../../test/ask.ts";
import type { Data } from "../../test/data.ts";
import { makePerson, type TestPerson } from "../../test/people.ts";
import { type Served, serve } from "../../test/served.ts";
import { makeWorld, type World } from "../../test/world.ts";
import { forgetNames } from "./forget-names.ts";
import { tellOfRemark } from "./tell-of-remark.ts";

let served: Served;
let world: World;
let editor: TestPerson;
let rtd: TestPerson;
let auditor: TestPerson;
let stranger: TestPerson;

beforeAll(async () => {
  served = await serve();
  world = await makeWorld(served.database);
  const { alfa, beta } = world.bodies;
  editor = await makePerson(served.database, "Alma", [{ bodyId: alfa, role: "EDITOR" }]);
  rtd = await makePerson(served.database, "Rita", [{ bodyId: alfa, role: "RTD" }]);
  auditor = await makePerson(served.database, "Nora", [
    { bodyId: alfa, role: "AUDITOR", competence: "NUCLEO" },
  ]);
  stranger = await makePerson(served.database, "Berta", [{ bodyId: beta, role: "RTD" }]);
});
afterAll(() => served.close());

const asking = (person: TestPerson, query: string, variables = {}) =>
  ask(served, query, { token: person.token, variables });

function arrive(text = "Segreto del cittadino."): Promise<Remark> {
  return served.database.getRepository(Remark).save({
    ...{ bodyId: world.bodies.alfa, planId: world.plans.alfa, amendment: 0, part: null, text },
    ...{ authorName: "Segreto nome", form: randomUUID() },
  });
}

const list = (person: TestPerson, state: RemarkState, more = {}) =>
  asking(
    person,
    `query ($id: ID!, $state: RemarkState!, $first: Int, $after: String) {
      remarks(bodyId: $id, state: $state, first: $first, after: $after) { rows { id text mayDecide decidedByName }
        pageInfo { hasNextPage endCursor } } }`,
    { id: world.bodies.alfa, state, ...more },
  );
const publish = (person: TestPerson, id: string) =>
  asking(person, "mutation ($id: ID!) { publishRemark(id: $id, answer: null, showsName: false) { state } }", {
    id,
  });
const dismiss = (person: TestPerson, id: string, seen = "NEW", reason = "Contiene nomi.") =>
  asking(
    person,
    "mutation ($id: ID!, $seen: RemarkState!, $reason: String!) { dismissRemark(id: $id, seen: $seen, reason: $reason) { state } }",
    { id, seen, reason },
  );

describe("a citizen's remark", () => {
  it("is told once to who decides on it, and leads to the page where they do, without its words", async () => {
    const remark = await arrive();
    await tellOfRemark(served.database, remark.id);
    await tellOfRemark(served.database, remark.id);
    const told = await served.database.getRepository(Notification).findBy({ kind: "REMARK" });
    expect(told.map(({ userId }) => userId).sort()).toEqual([editor.id, rtd.id].sort());
    const answer = await asking(editor, "{ myNotifications { edges { node { kind path } } } }");
    expect(answer.data.myNotifications.edges[0]!.node).toEqual({
      ...{ kind: "REMARK", path: `/osservazioni/${world.bodies.alfa}` },
    });
    expect(answer.body).not.toContain("Segreto del cittadino");
  });

  it("[T02] is read for its body, decided by who writes its texts, and does not exist for others", async () => {
    const { id } = await arrive();
    expect((await list(auditor, "NEW")).data.remarks.rows[0]).toMatchObject({ id, mayDecide: false });
    expect((await publish(auditor, id)).codes).toEqual(["NOT_YOUR_ROLE"]);
    for (const answer of [
      await list(stranger, "NEW"),
      await publish(stranger, id),
      await publish(editor, randomUUID()),
    ])
      expect(answer.codes).toEqual(["NOT_FOUND"]);
    expect((await asking(stranger, "{ remarkDesks { body { id } waiting } }")).data.remarkDesks).toEqual([]);
  });

  it("is answered once, with or after its publication, and each decision is in the register", async () => {
    const { id } = await arrive();
    const query = `mutation ($id: ID!, $answer: String!) { answerRemark(id: $id, answer: $answer) { answer answeredByName } }`;
    const answering = (person: TestPerson, answer: string) => asking(person, query, { id, answer });
    expect((await answering(rtd, "Sì.")).codes).toEqual(["REMARK_DECIDED"]);
    expect((await publish(editor, id)).data.publishRemark).toEqual({ state: "PUBLISHED" });
    expect((await answering(rtd, "  ")).codes).toEqual(["BAD_INPUT"]);
    expect((await answering(rtd, "Dal 1º marzo.")).data.answerRemark).toEqual({
      ...{ answer: "Dal 1º marzo.", answeredByName: "Rita" },
    });
    const again = await answering(editor, "Da aprile.");
    expect(again.errors[0]!.message).toBe("Nel frattempo Rita ha già deciso su questa osservazione.");
    expect((await dismiss(editor, id, "PUBLISHED")).data.dismissRemark).toEqual({ state: "DISMISSED" });
    const lines = await served.database.getRepository(AuditEvent).find({ order: { place: "ASC" } });
    expect(lines.filter(({ subject }) => subject.remark === id).map(({ action }) => action)).toEqual([
      ...["remark.PUBLISH", "remark.ANSWER", "remark.DISMISS"],
    ]);
  });

  it("is dismissed with a reason", async () => {
    const { id } = await arrive();
    expect((await dismiss(editor, id, "NEW", " ")).codes).toEqual(["BAD_INPUT"]);
    expect((await dismiss(editor, id)).codes).toEqual([]);
    expect((await publish(editor, id)).codes).toEqual(["REMARK_DECIDED"]);
  });

  it("is decided by one of two officers who decide at once, and the other hears who was first", async () => {
    for (let round = 0; round < 5; round++) {
      const { id } = await arrive();
      const answers = await Promise.all([publish(editor, id), dismiss(rtd, id)]);
      expect(answers.map(({ codes }) => codes).sort()).toEqual([[], ["REMARK_DECIDED"]]);
      const refused = answers.find(({ errors }) => errors.length > 0)!;
      const winner = refused === answers[0] ? "Rita" : "Alma";
      expect(refused.errors[0]!.message).toContain(`Nel frattempo ${winner} ha già deciso`);
    }
  });

  it("forgets a name that is not published a month after the decision, and nothing else", async () => {
    const remarks = served.database.getRepository(Remark);
    const days = (count: number) => new Date(Date.now() - count * 86_400_000);
    const [month, lately] = [{ decidedAt: days(31) }, { decidedAt: days(29) }];
    const dismissed = { state: "DISMISSED", reason: "Doppia." } as const;
    const cases: [Partial<Remark>, boolean][] = [
      [{ at: days(400) }, true],
      [{ state: "PUBLISHED", showsName: true, ...month }, true],
      [{ state: "PUBLISHED", ...month }, false],
      [{ state: "PUBLISHED", ...lately }, true],
      [{ ...dismissed, ...month }, false],
      [{ ...dismissed, showsName: true, ...month }, false],
      [{ ...dismissed, ...lately }, true],
    ];
    const made = [];
    for (const [change, isKept] of cases) {
      const { id } = await remarks.save({ ...(await arrive()), ...change });
      made.push({ id, isKept });
    }
    await forgetNames(served.database);
    for (const { id, isKept } of made) {
      const { authorName, text } = await remarks.findOneByOrFail({ id });
      expect([authorName, text]).toEqual([isKept ? "Segreto nome" : null, "Segreto del cittadino."]);
    }
  });

  it("stands in a list that goes on, the latest first, and each once", async () => {
    for (let index = 0; index < 5; index++) await arrive(`Osservazione ${index}`);
    const all = (await list(editor, "NEW", { first: 100 })).data.remarks.rows.map(({ id }) => id);
    const found: string[] = [];
    let after: string | null = null;
    do {
      const { rows, pageInfo }: Data["remarks"] = (await list(editor, "NEW", { first: 2, after })).data
        .remarks;
      found.push(...rows.map(({ id }) => id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(found).toEqual(all);
    const { waiting } = (await asking(editor, "{ remarkDesks { waiting } }")).data.remarkDesks[0]!;
    expect(waiting).toBe(all.length);
    expect((await list(editor, "NEW", { after: "x" })).codes).toEqual(["BAD_INPUT"]);
  });
});
