import { Notification, Section, UpdateLog, User, Version, WorkflowStep } from "@upiao/db";
import { markdownToUpdate } from "@upiao/document";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Answer, ask } from "../../test/ask.ts";
import { makePerson, type TestPerson } from "../../test/people.ts";
import { type Served, serve } from "../../test/served.ts";
import { makePlan, makeSection, makeWorld, type World } from "../../test/world.ts";
import { findAuditFault } from "../audit/verify-audit.ts";
import { freezeLeftShut } from "./freeze-shut.ts";

let served: Served;
let world: World;
let log: UpdateLog;
let writer: TestPerson;
let rtd: TestPerson;
let reviewer: TestPerson;
let secretary: TestPerson;
let leadRtd: TestPerson;
let betaRtd: TestPerson;
let year = 2030;

beforeAll(async () => {
  served = await serve();
  world = await makeWorld(served.database);
  log = new UpdateLog(served.database);
  const { lead, alfa, beta } = world.bodies;
  writer = await makePerson(served.database, "Wanda", [{ bodyId: alfa, role: "EDITOR" }]);
  rtd = await makePerson(served.database, "Rita", [{ bodyId: alfa, role: "RTD" }]);
  betaRtd = await makePerson(served.database, "Bice", [{ bodyId: beta, role: "RTD" }]);
  secretary = await makePerson(served.database, "Sara", [{ bodyId: alfa, role: "SECRETARY" }]);
  reviewer = await makePerson(served.database, "Vera", [{ bodyId: lead, role: "REVIEWER" }]);
  leadRtd = await makePerson(served.database, "Lea", [{ bodyId: lead, role: "RTD" }]);
});

afterAll(async () => {
  await log.close();
  await served.close();
});

let places: Map<string, number>;
beforeEach(() => {
  places = new Map();
});

/** Adds words to the log of a section, as the sync server does when somebody types. */
async function write(sectionId: string, words: string, author = writer): Promise<void> {
  const { log: number } = await served.database.getRepository(Section).findOneByOrFail({ id: sectionId });
  const seq = (places.get(sectionId) ?? 0) + 1;
  places.set(sectionId, seq);
  const clientId = Math.floor(Math.random() * 2 ** 31);
  const bytes = markdownToUpdate(words, clientId);
  const outcomes = await log.append([
    {
      sectionId,
      log: number,
      seq,
      updates: [{ bytes, authorId: null }],
      claims: new Map([[clientId, author.id]]),
    },
  ]);
  expect(outcomes).toEqual(["APPENDED"]);
}

function newSection(state: Section["state"] = "DRAFT"): Promise<string> {
  const code = `9.${places.size}.${Math.random()}`;
  return makeSection(served.database, "prova", { planId: world.plans.alfa, code, state });
}

function newShared(): Promise<string> {
  const { officeId } = world;
  return makeSection(served.database, "condivisa", { officeId, code: "STRATEGIA", firstYear: year++ });
}

function step(person: TestPerson, id: string, action: string, reason: string | null = null): Promise<Answer> {
  const query = `mutation ($id: ID!, $action: Action!, $reason: String) {
    advanceSection(sectionId: $id, action: $action, reason: $reason) {
      state steps { action reason fromState toState by { name bodyName role } version { number } } } }`;
  return ask(served, query, { token: person.token, variables: { id, action, reason } });
}

const versionsOf = (sectionId: string) =>
  served.database.getRepository(Version).find({ where: { sectionId }, order: { number: "ASC" } });

async function toldOf(about: { sectionId: string } | { planId: string }): Promise<string[]> {
  const rows = await served.database
    .getRepository(Notification)
    .find({ where: about, relations: { user: true } });
  return rows.map(({ kind, user }) => `${kind} ${user.name}`).sort();
}

describe("a draft", () => {
  it("is submitted with its text frozen, told to its reviewers, and noted in the register", async () => {
    const id = await newSection();
    await write(id, "Il valore pubblico.");
    const { data, codes } = await step(writer, id, "SUBMIT");
    expect(codes).toEqual([]);
    expect(data.advanceSection).toEqual({
      state: "SUBMITTED",
      steps: [
        {
          action: "SUBMIT",
          reason: null,
          fromState: "DRAFT",
          toState: "SUBMITTED",
          by: { name: "Wanda", bodyName: "Alfa sul Serchio", role: "EDITOR" },
          version: { number: 1 },
        },
      ],
    });
    expect((await versionsOf(id)).map(({ kind, seq }) => [kind, seq])).toEqual([["FROZEN", 1]]);
    expect(await toldOf({ sectionId: id })).toEqual(["SUBMITTED Vera"]);
    expect(await findAuditFault(served.database, world.bodies.alfa)).toBeNull();
  });

  it("is not submitted empty, nor by a secretary, nor twice", async () => {
    const id = await newSection();
    expect((await step(writer, id, "SUBMIT")).codes).toEqual(["NOTHING_WRITTEN"]);
    await write(id, "Qualcosa.");
    expect((await step(secretary, id, "SUBMIT")).codes).toEqual(["NOT_YOUR_ROLE"]);
    const both = await Promise.all([step(writer, id, "SUBMIT"), step(rtd, id, "SUBMIT")]);
    expect(both.flatMap(({ codes }) => codes)).toEqual(["NOT_IN_THIS_STATE"]);
    expect(await versionsOf(id)).toHaveLength(1);
  });

  it("does not exist for its reviewer before, and is theirs to send back afterwards, with a reason", async () => {
    const id = await newSection();
    await write(id, "Bozza.");
    expect((await step(reviewer, id, "REQUEST_CHANGES", "Manca la fonte.")).codes).toEqual(["NOT_FOUND"]);
    await step(writer, id, "SUBMIT");
    expect((await step(reviewer, id, "REQUEST_CHANGES", "  ")).codes).toEqual(["REASON_NEEDED"]);
    const { data } = await step(reviewer, id, "REQUEST_CHANGES", "Manca la fonte.");
    expect(data.advanceSection.state).toBe("CHANGES_REQUESTED");
    expect(data.advanceSection.steps[0]).toMatchObject({
      reason: "Manca la fonte.",
      by: { role: "REVIEWER" },
    });
    expect(await toldOf({ sectionId: id })).toEqual([
      "CHANGES_REQUESTED Rita",
      "CHANGES_REQUESTED Wanda",
      "SUBMITTED Vera",
    ]);
  });

  it("is validated as it stood when nobody could write in it any more: the last letters count", async () => {
    const id = await newSection();
    await write(id, "Prima.");
    await step(writer, id, "SUBMIT");
    const validation = step(reviewer, id, "VALIDATE");
    await expect
      .poll(async () => (await served.database.getRepository(Section).findOneByOrFail({ id })).state)
      .toBe("VALIDATED");
    // A letter that was on its way while everybody was being told.
    await write(id, "Ultime parole.");
    expect((await validation).codes).toEqual([]);
    expect((await versionsOf(id)).map(({ seq }) => seq)).toEqual([1, 2]);
    expect(await toldOf({ sectionId: id })).toContain("VALIDATED Sara");
  });

  it("gets the version of its validation also when the server died in between", async () => {
    const id = await newSection("VALIDATED");
    await write(id, "Testo validato.");
    const steps = served.database.getRepository(WorkflowStep);
    const left = await steps.save({
      sectionId: id,
      action: "VALIDATE",
      fromState: "SUBMITTED",
      toState: "VALIDATED",
      byUserId: reviewer.id,
      bodyId: world.bodies.lead,
      role: "REVIEWER",
      at: new Date(Date.now() - 60_000),
    });
    await freezeLeftShut(served.database);
    const [version] = await versionsOf(id);
    expect((await steps.findOneByOrFail({ id: left.id })).versionId).toBe(version!.id);
  });

  it("is one reviewer's to decide when two do at once", async () => {
    const id = await newSection();
    await write(id, "Testo.");
    await step(writer, id, "SUBMIT");
    const both = await Promise.all([
      step(reviewer, id, "REQUEST_CHANGES", "Da rivedere."),
      step(reviewer, id, "REQUEST_CHANGES", "Da rifare."),
    ]);
    expect(both.flatMap(({ codes }) => codes)).toEqual(["NOT_IN_THIS_STATE"]);
  });

  it("is not adopted here: that comes with its act", async () => {
    const id = await newSection("VALIDATED");
    expect((await step(secretary, id, "ADOPT")).codes).toEqual(["NOT_IN_THIS_STATE"]);
  });
});

describe("a shared section", () => {
  const sign = (person: TestPerson, id: string, bodyId: string) =>
    ask(
      served,
      `mutation ($id: ID!, $bodyId: ID!) { signOffSection(sectionId: $id, bodyId: $bodyId) {
        signers { body { name } signedBy } nextSteps { action whyNot } } }`,
      { token: person.token, variables: { id, bodyId } },
    );
  const signed = ({ data }: Answer) =>
    data.signOffSection.signers.map(({ body, signedBy }) => [body.name, signedBy]);

  it("is validated once the RTD of each body has signed off the text as it stands", async () => {
    const { lead, alfa, beta } = world.bodies;
    const id = await newShared();
    await write(id, "La strategia.");
    await step(writer, id, "SUBMIT");
    expect(await toldOf({ sectionId: id })).toEqual([
      "SIGN_OFF_NEEDED Bice",
      "SIGN_OFF_NEEDED Lea",
      "SIGN_OFF_NEEDED Rita",
      "SUBMITTED Vera",
    ]);
    expect((await sign(rtd, id, beta)).codes).toEqual(["NOT_YOUR_ROLE"]);
    expect(signed(await sign(rtd, id, alfa))).toEqual([
      ["Alfa sul Serchio", "Rita"],
      ["Beta a Mare", null],
      ["Provincia di Prova", null],
    ]);
    const missing = await step(reviewer, id, "VALIDATE");
    expect(missing.codes).toEqual(["SIGN_OFFS_MISSING"]);
    expect(missing.body).toContain("Beta a Mare, Provincia di Prova");
    await sign(leadRtd, id, lead);

    // A word that comes after a signature wants it again.
    await write(id, "Una parola in più.");
    expect(signed(await sign(betaRtd, id, beta)).filter(([, by]) => by)).toEqual([["Beta a Mare", "Bice"]]);
    await sign(rtd, id, alfa);
    const last = await sign(leadRtd, id, lead);
    expect(last.data.signOffSection.nextSteps).toEqual([
      { action: "REQUEST_CHANGES", whyNot: "NOT_YOUR_ROLE" },
      { action: "VALIDATE", whyNot: "NOT_YOUR_ROLE" },
    ]);
    expect((await step(reviewer, id, "VALIDATE")).data.advanceSection.state).toBe("VALIDATED");
  });
});

describe("a plan", () => {
  const move = (person: TestPerson, id: string, action: string, reason: string | null = null) =>
    ask(
      served,
      `mutation ($id: ID!, $action: Action!, $reason: String) {
        advancePlan(planId: $id, action: $action, reason: $reason) {
          state gaps { number what required } steps { action reason by { name } } } }`,
      { token: person.token, variables: { id, action, reason } },
    );

  it("is submitted with its written sections, says what it lacks, and is validated when they are", async () => {
    const bodyId = world.bodies.alfa;
    await served.database.query("UPDATE plan SET first_year = 2027 WHERE id = $1", [world.plans.alfa]);
    const id = await makePlan(served.database, bodyId);
    const one = await makeSection(served.database, "anagrafica", { planId: id, code: "1" });
    const empty = await makeSection(served.database, "valore", { planId: id, code: "2.1" });
    await write(one, "Il Comune.");

    const refused = await move(writer, id, "SUBMIT");
    expect(refused.codes).toEqual(["PLAN_INCOMPLETE"]);
    expect(refused.body).toContain("2.2 Performance");
    const { data } = await move(writer, id, "SUBMIT", "Anticipiamo la prima parte.");
    expect(data.advancePlan.state).toBe("SUBMITTED");
    expect(data.advancePlan.gaps[0]).toEqual({ number: "2.1", what: "EMPTY", required: true });
    const sections = served.database.getRepository(Section);
    expect((await sections.findOneByOrFail({ id: one })).state).toBe("SUBMITTED");
    expect((await sections.findOneByOrFail({ id: empty })).state).toBe("DRAFT");
    expect(await toldOf({ planId: id })).toEqual(["SUBMITTED Vera"]);
    expect(await toldOf({ sectionId: one })).toEqual([]);

    const early = await move(reviewer, id, "VALIDATE");
    expect(early.codes).toEqual(["SECTIONS_NOT_VALIDATED"]);
    expect(early.body).toContain("Segreto anagrafica.");
    await step(reviewer, one, "VALIDATE");
    expect((await move(reviewer, id, "VALIDATE")).data.advancePlan.state).toBe("VALIDATED");
  });

  it("is due on 31 January, or 30 days after the budget's own term, which is noted with its act", async () => {
    const set = (person: TestPerson, day: string | null, reason: string | null) =>
      ask(
        served,
        `mutation ($id: ID!, $day: String, $reason: String) {
          setBudgetDeadline(planId: $id, day: $day, reason: $reason) { deadline deadlineReason } }`,
        { token: person.token, variables: { id: world.plans.beta, day, reason } },
      );
    expect((await set(betaRtd, "2026-02-30", "Decreto")).codes).toEqual(["BAD_INPUT"]);
    expect((await set(betaRtd, "2026-02-28", null)).codes).toEqual(["BAD_INPUT"]);
    expect((await set(reviewer, "2026-02-28", "Decreto")).codes).toEqual(["NOT_FOUND"]);
    expect((await set(betaRtd, "2026-02-28", "Decreto 24.12.2025")).data.setBudgetDeadline).toEqual({
      deadline: "2026-03-30",
      deadlineReason: "Decreto 24.12.2025",
    });
    expect((await set(betaRtd, null, null)).data.setBudgetDeadline.deadline).toBe("2026-01-31");
  });
});

it("who is disabled is told nothing", async () => {
  const gone = await makePerson(served.database, "Gino", [{ bodyId: world.bodies.lead, role: "REVIEWER" }]);
  await served.database.getRepository(User).update(gone.id, { disabledAt: new Date() });
  const id = await newSection();
  await write(id, "Testo.");
  await step(writer, id, "SUBMIT");
  expect(await toldOf({ sectionId: id })).toEqual(["SUBMITTED Vera"]);
});
