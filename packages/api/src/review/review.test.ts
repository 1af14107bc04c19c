import {
  AuditEvent,
  Comment,
  CommentThread,
  Notification,
  Plan,
  Section,
  User,
  WorkflowStep,
} from "@upiao/db";
import { fragmentName } from "@upiao/document";
import type { ThreadKind, Verdict } from "@upiao/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { type Answer, ask } from "../../test/ask.ts";
import { makePerson, type TestPerson } from "../../test/people.ts";
import { type Served, serve } from "../../test/served.ts";
import { makeSection, makeWorld, type World } from "../../test/world.ts";
import { findAuditFault } from "../audit/verify-audit.ts";
import { editSection } from "../coediting/edit-section.ts";
import { freezeVersion } from "../version/freeze-version.ts";

let served: Served;
let world: World;
let writer: TestPerson;
let reviewer: TestPerson;
let nucleo: TestPerson;
let revisori: TestPerson;
let stranger: TestPerson;
/** Sections of alfa's plan. */
let performance: string;
let staff: string;
let shared: string;

beforeAll(async () => {
  served = await serve();
  world = await makeWorld(served.database);
  const { lead, alfa, beta, far } = world.bodies;
  const { database } = served;
  writer = await makePerson(database, "Wanda", [{ bodyId: alfa, role: "EDITOR" }]);
  reviewer = await makePerson(database, "Vera", [{ bodyId: lead, role: "REVIEWER" }]);
  nucleo = await makePerson(database, "Nino", [
    { bodyId: alfa, role: "AUDITOR", competence: "NUCLEO" },
    { bodyId: beta, role: "AUDITOR", competence: "NUCLEO" },
  ]);
  revisori = await makePerson(database, "Remo", [{ bodyId: alfa, role: "AUDITOR", competence: "REVISORI" }]);
  stranger = await makePerson(database, "Straniera", [
    { bodyId: far, role: "REVIEWER" },
    { bodyId: far, role: "AUDITOR", competence: "NUCLEO" },
  ]);
  const plan = { planId: world.plans.alfa };
  performance = world.sections.alfaSubmitted;
  staff = await makeSection(database, "personale", { ...plan, code: "3.3", state: "SUBMITTED" });
  shared = world.sections.shared;
  await database.getRepository(Section).update(shared, { state: "SUBMITTED" });
});

afterAll(() => served.close());

async function freeze(sectionId: string): Promise<string> {
  const frozen = { sectionId, kind: "FROZEN", byUserId: writer.id } as const;
  return (await served.database.transaction((tx) => freezeVersion(tx, frozen))).id;
}

/** One more paragraph, as somebody types it. */
async function write(sectionId: string, words: string): Promise<void> {
  const change = (doc: Y.Doc) => {
    const block = new Y.XmlElement("block");
    block.insert(0, [new Y.XmlText(words)]);
    doc.getXmlFragment(fragmentName).push([block]);
  };
  await served.database.transaction((tx) => editSection(tx, { sectionId, userId: writer.id, change }));
}

/** A step that somebody took on that day, with the text frozen. */
async function step(sectionId: string, action: "SUBMIT" | "REQUEST_CHANGES", day: string): Promise<string> {
  const versionId = await freeze(sectionId);
  const taken = { fromState: "DRAFT", toState: "SUBMITTED", byUserId: writer.id, role: "EDITOR" } as const;
  const bodyId = world.bodies.alfa;
  const at = new Date(day);
  await served.database
    .getRepository(WorkflowStep)
    .insert({ sectionId, action, versionId, bodyId, at, ...taken });
  return versionId;
}

async function raise(
  sectionId: string,
  by: TestPerson,
  kind: ThreadKind,
  texts: readonly (readonly [TestPerson, string])[],
): Promise<string> {
  const { database } = served;
  const { role } = by.posts[0]!;
  const competence = role === "AUDITOR" ? ("NUCLEO" as const) : null;
  const bodyId = world.bodies.alfa;
  const thread = await database
    .getRepository(CommentThread)
    .save({ sectionId, kind, byUserId: by.id, bodyId, role, competence });
  for (const [person, text] of texts) {
    await database
      .getRepository(Comment)
      .insert({ threadId: thread.id, byUserId: person.id, bodyId, role: person.posts[0]!.role, text });
  }
  return thread.id;
}

describe("the queue of a reviewer", () => {
  const query = `query ($bodyId: ID, $first: Int, $after: String) {
    reviewQueue(bodyId: $bodyId, first: $first, after: $after) {
      bodies { name } pageInfo { hasNextPage endCursor }
      edges { node { section { title } deadline submittedAt submission { number } lastReviewed { number }
        changedWords words openThreads openProposals missingSignOffs } } } }`;
  const queue = (person: TestPerson, variables: object = {}) =>
    ask(served, query, { token: person.token, variables: { ...variables } });
  const titlesOf = ({ data }: Answer) => data.reviewQueue.edges.map(({ node }) => node.section.title);

  beforeAll(async () => {
    await write(performance, "Il valore pubblico");
    await step(performance, "SUBMIT", "2026-01-05");
    await step(performance, "REQUEST_CHANGES", "2026-01-08");
    await write(performance, "si misura ogni anno");
    await step(performance, "SUBMIT", "2026-01-12");
    await step(staff, "SUBMIT", "2026-01-10");
    await step(shared, "SUBMIT", "2026-01-02");
    await raise(performance, reviewer, "QUESTION", [[reviewer, "Da dove viene la cifra?"]]);
    // What is due later comes later, however long it has waited.
    const planId = world.plans.beta;
    await served.database
      .getRepository(Plan)
      .update(planId, { budgetDeadline: "2026-03-31", deadlineReason: "DM" });
    const late = await makeSection(served.database, "prorogata", { planId, code: "1", state: "SUBMITTED" });
    await step(late, "SUBMIT", "2025-12-01");
  });

  it("has what is submitted to them, what is due first before what has waited longest", async () => {
    const answer = await queue(reviewer);
    expect(answer.codes).toEqual([]);
    expect(titlesOf(answer)).toEqual([
      "Segreto shared.",
      "Segreto personale.",
      "Segreto alfaSubmitted.",
      "Segreto prorogata.",
    ]);
    const { bodies, edges } = answer.data.reviewQueue;
    expect(bodies.map(({ name }) => name)).toEqual(["Alfa sul Serchio", "Beta a Mare"]);
    expect(edges.map(({ node }) => node.deadline)).toEqual([
      "2026-01-31",
      "2026-01-31",
      "2026-01-31",
      "2026-04-30",
    ]);
  });

  it("says of each what has changed since the last review, what is open, and who has still to sign", async () => {
    const { data } = await queue(reviewer);
    const [ofOffice, first, again] = data.reviewQueue.edges.map(({ node }) => node);
    expect(first).toMatchObject({
      submittedAt: "2026-01-10T00:00:00.000Z",
      submission: { number: 1 },
      lastReviewed: null,
      changedWords: null,
      words: 0,
      openThreads: 0,
      missingSignOffs: 0,
    });
    expect(again).toMatchObject({
      submittedAt: "2026-01-12T00:00:00.000Z",
      submission: { number: 2 },
      lastReviewed: { number: 1 },
      changedWords: 4,
      words: 7,
      openThreads: 1,
    });
    expect(ofOffice).toMatchObject({ missingSignOffs: 3 });
  });

  it("counts a shared section to the first term of the bodies that it binds", async () => {
    const plans = served.database.getRepository(Plan);
    const bound = [world.plans.lead, world.plans.alfa];
    const first = async () => (await queue(reviewer)).data.reviewQueue.edges.map(({ node }) => node);
    await plans.update(bound, { budgetDeadline: "2026-02-28", deadlineReason: "DM" });
    const shared = (await first()).find(({ section }) => section.title === "Segreto shared.");
    expect(shared?.deadline).toBe("2026-03-30");
    await plans.update(bound, { budgetDeadline: null, deadlineReason: null });
    expect((await first())[0]?.deadline).toBe("2026-01-31");
  });

  it("says of what was submitted again as it was that nothing has changed", async () => {
    await step(performance, "REQUEST_CHANGES", "2026-01-13");
    await step(performance, "SUBMIT", "2026-01-14");
    const { data } = await queue(reviewer);
    expect(data.reviewQueue.edges[2]?.node).toMatchObject({ changedWords: 0, words: 7 });
  });

  it("is read page by page, and by body", async () => {
    const found: string[] = [];
    let after: string | null = null;
    do {
      const answer: Answer = await queue(reviewer, { first: 3, after });
      found.push(...titlesOf(answer));
      after = answer.data.reviewQueue.pageInfo.endCursor;
      if (!answer.data.reviewQueue.pageInfo.hasNextPage) break;
    } while (after !== null);
    expect(found).toEqual(titlesOf(await queue(reviewer)));
    const ofBeta = await queue(reviewer, { bodyId: world.bodies.beta });
    expect(titlesOf(ofBeta)).toEqual(["Segreto prorogata."]);
    expect(ofBeta.data.reviewQueue.bodies).toHaveLength(2);
    for (const cursor of ["", "x", Buffer.from("[1]").toString("base64url")]) {
      expect((await queue(reviewer, { after: cursor })).codes).toEqual(["BAD_INPUT"]);
    }
  });

  it("[T04] holds nothing that is not theirs to review", async () => {
    for (const person of [writer, nucleo, stranger]) {
      const answer = await queue(person, { bodyId: world.bodies.alfa });
      expect(answer.body).not.toContain("Segreto");
      expect(answer.data.reviewQueue.bodies).toEqual([]);
    }
    // The reviewer of a Comune in the office takes the shared section, and not what its Province reviews.
    const inside = await makePerson(served.database, "Revisora", [
      { bodyId: world.bodies.beta, role: "REVIEWER" },
    ]);
    expect(titlesOf(await queue(inside))).toEqual(["Segreto shared.", "Segreto prorogata."]);
  });

  it("has the RTD of a body that nobody else reviews", async () => {
    const { database } = served;
    const alone = await makePerson(database, "Sola", [{ bodyId: world.bodies.far, role: "RTD" }]);
    await database.getRepository(Section).update(world.sections.farDraft, { state: "SUBMITTED" });
    expect(titlesOf(await queue(alone))).toEqual(["Segreto farDraft."]);
    await database.getRepository(Section).update(world.sections.farDraft, { state: "VALIDATED" });
    expect(titlesOf(await queue(alone))).toEqual([]);
  });

  it("has the submitted plans beside, for who validates them", async () => {
    const plans = "{ planQueue { edges { node { submittedAt plan { body { name } } } } } }";
    await served.database.getRepository(Plan).update(world.plans.alfa, { state: "SUBMITTED" });
    for (const person of [reviewer, writer, nucleo, stranger]) {
      const { data } = await ask(served, plans, { token: person.token });
      const names = data.planQueue.edges.map(({ node }) => node.plan.body.name);
      expect(names).toEqual(person === reviewer ? ["Alfa sul Serchio"] : []);
    }
  });
});

describe("the desk of an auditor", () => {
  const query = `{ auditorDesk { competence body { name } sections { isCompetent opinion { verdict }
    section { title code frozenVersion { number } } findings { text isReplyAwaited } } } }`;
  const desk = async (person: TestPerson) =>
    (await ask(served, query, { token: person.token })).data.auditorDesk;

  it("has the bodies that they control, with the parts of their competence first", async () => {
    const [alfa, beta] = await desk(nucleo);
    expect([alfa?.body.name, beta?.body.name]).toEqual(["Alfa sul Serchio", "Beta a Mare"]);
    const codes = alfa!.sections.map(({ section, isCompetent }) => [section.code, isCompetent]);
    expect(codes.slice(0, 3)).toEqual([
      ["2.1", true],
      ["2.2", true],
      ["STRATEGIA", true],
    ]);
    expect(codes.at(-1)).toEqual(["3.3", false]);
    const [ofAccounts] = await desk(revisori);
    expect(ofAccounts?.competence).toBe("REVISORI");
    expect(ofAccounts?.sections[0]).toMatchObject({ isCompetent: true, section: { code: "3.3" } });
  });

  it("[T04] says of each body what is read for that body, and nothing to others", async () => {
    const [, beta] = await desk(nucleo);
    const titles = beta!.sections.map(({ section }) => section.title);
    expect(titles).toContain("Segreto shared.");
    expect(titles.filter((title) => title.includes("alfa"))).toEqual([]);
    expect(await desk(writer)).toEqual([]);
    const [far] = await desk(stranger);
    expect(far?.sections.map(({ section }) => section.title)).toEqual(["Segreto farDraft."]);
  });

  it("[CO5] says which findings wait for their reply", async () => {
    const successor = await makePerson(served.database, "Erede", [
      { bodyId: world.bodies.alfa, role: "AUDITOR", competence: "NUCLEO" },
    ]);
    await raise(staff, nucleo, "FINDING", [[nucleo, "Manca la fonte."]]);
    await raise(staff, nucleo, "FINDING", [
      [nucleo, "Mancano gli indicatori."],
      [writer, "Sono nell'allegato."],
    ]);
    await raise(staff, nucleo, "FINDING", [
      [nucleo, "La tabella è vuota."],
      [writer, "Ora è piena."],
      [successor, "Non ancora."],
    ]);
    await raise(staff, nucleo, "OBSERVATION", [[nucleo, "Ben scritto."]]);
    const [alfa] = await desk(nucleo);
    const found = alfa!.sections.find(({ section }) => section.code === "3.3")!.findings;
    expect(found.map(({ text, isReplyAwaited }) => [text, isReplyAwaited])).toEqual([
      ["Manca la fonte.", true],
      ["Mancano gli indicatori.", false],
      ["La tabella è vuota.", true],
    ]);
  });
});

describe("an opinion", () => {
  const mutation = `mutation ($versionId: ID!, $bodyId: ID!, $verdict: Verdict!, $text: String!) {
    giveOpinion(versionId: $versionId, bodyId: $bodyId, verdict: $verdict, text: $text) {
      id verdict text stands by { name bodyName role } version { number } } }`;
  const give = (person: TestPerson, versionId: string, verdict: Verdict, text: string): Promise<Answer> => {
    const variables = { versionId, bodyId: world.bodies.alfa, verdict, text };
    return ask(served, mutation, { token: person.token, variables });
  };
  const standing = async (sectionId: string) => {
    const query = `query ($id: ID!) { section(id: $id) { opinions { verdict stands } } }`;
    const { data } = await ask(served, query, { token: writer.token, variables: { id: sectionId } });
    return data.section.opinions.map(({ verdict, stands }) => [verdict, stands]);
  };

  it("is recorded on a frozen version, told to the body, told live, and noted in the register", async () => {
    const heard: object[] = [];
    const end = served.bus.subscribe("review", (news) => void heard.push(news));
    const secretary = await makePerson(served.database, "Sara", [
      { bodyId: world.bodies.alfa, role: "SECRETARY" },
    ]);
    const { data, codes } = await give(
      nucleo,
      await freeze(performance),
      "WITH_CONDITIONS",
      "Servono indicatori.",
    );
    end();
    expect(codes).toEqual([]);
    expect(data.giveOpinion).toMatchObject({
      verdict: "WITH_CONDITIONS",
      text: "Servono indicatori.",
      stands: true,
      by: { name: "Nino", bodyName: "Alfa sul Serchio", role: "AUDITOR" },
    });
    expect(heard).toEqual([{ sectionId: performance, what: "workflow", id: data.giveOpinion.id }]);
    const told = await served.database
      .getRepository(Notification)
      .find({ where: { kind: "OPINION", sectionId: performance }, order: { userId: "ASC" } });
    expect(told.map(({ userId }) => userId)).toEqual([writer.id, secretary.id].sort());
    const lines = await served.database.getRepository(AuditEvent).findBy({ chain: world.bodies.alfa });
    expect(lines.at(-1)).toMatchObject({
      action: "section.GIVE_OPINION",
      userId: nucleo.id,
      subject: { opinion: data.giveOpinion.id, competence: "NUCLEO", verdict: "WITH_CONDITIONS" },
    });
    expect(await findAuditFault(served.database, world.bodies.alfa)).toBeNull();
  });

  it("[AU3] may follow another, and then counts in its place", async () => {
    expect((await give(nucleo, await freeze(performance), "FAVOURABLE", "Favorevole.")).codes).toEqual([]);
    expect(await standing(performance)).toEqual([
      ["FAVOURABLE", true],
      ["WITH_CONDITIONS", false],
    ]);
  });

  it("[AU2] is refused to who is not competent, on a draft, and without its reasons", async () => {
    const frozen = await freeze(performance);
    const kept = { sectionId: performance, kind: "NAMED", name: "bozza", byUserId: null } as const;
    const draft = await served.database.transaction((tx) => freezeVersion(tx, kept));
    const before = await standing(performance);
    const trials = [
      [revisori, frozen, "FAVOURABLE", "Favorevole.", "NOT_YOUR_COMPETENCE"],
      [writer, frozen, "FAVOURABLE", "Favorevole.", "NOT_YOUR_ROLE"],
      [reviewer, frozen, "FAVOURABLE", "Favorevole.", "NOT_YOUR_ROLE"],
      [reviewer, draft.id, "FAVOURABLE", "Favorevole.", "NOT_FOUND"],
      [stranger, frozen, "FAVOURABLE", "Favorevole.", "NOT_FOUND"],
      [nucleo, draft.id, "FAVOURABLE", "Favorevole.", "VERSION_NOT_FROZEN"],
      [nucleo, frozen, "UNFAVOURABLE", "No.", "REASON_NEEDED"],
      [nucleo, frozen, "FAVOURABLE", " ", "BAD_INPUT"],
    ] as const;
    for (const [person, version, verdict, text, code] of trials) {
      expect([code, (await give(person, version, verdict, text)).codes]).toEqual([code, [code]]);
    }
    expect(await standing(performance)).toEqual(before);
  });

  it("of a shared section is each body's own control's, and stands in the office's register", async () => {
    const versionId = await freeze(shared);
    expect((await give(nucleo, versionId, "FAVOURABLE", "Favorevole.")).codes).toEqual([]);
    const variables = { versionId, bodyId: world.bodies.lead, verdict: "FAVOURABLE", text: "Favorevole." };
    expect((await ask(served, mutation, { token: nucleo.token, variables })).codes).toEqual([
      "NOT_YOUR_ROLE",
    ]);
    const lines = await served.database.getRepository(AuditEvent).findBy({ chain: world.officeId });
    expect(lines.at(-1)?.action).toBe("section.GIVE_OPINION");
  });
});

describe("the record of observations", () => {
  const query = `query ($bodyId: ID!, $first: Int, $after: String) {
    observations(bodyId: $bodyId, first: $first, after: $after) { pageInfo { hasNextPage endCursor }
      rows { section { title } by { name } kind state quote comments { text by { name bodyName role } } resolvedByName opinion { text } } } }`;
  const record = (person: TestPerson, variables: object = {}) =>
    ask(served, query, { token: person.token, variables: { bodyId: world.bodies.alfa, ...variables } });

  it("has every thread with its comments and how it ended, and every opinion, in their order", async () => {
    const { database } = served;
    const id = await raise(shared, nucleo, "QUESTION", [
      [nucleo, "Chi ne risponde?"],
      [writer, "da togliere"],
    ]);
    await database
      .getRepository(Comment)
      .update({ threadId: id, byUserId: writer.id }, { deletedAt: new Date() });
    await database
      .getRepository(CommentThread)
      .update(id, { state: "RESOLVED", resolvedAt: new Date(), resolvedById: nucleo.id });
    const { data, codes } = await record(writer);
    expect(codes).toEqual([]);
    expect(data.observations.rows.at(-1)).toEqual({
      section: { title: "Segreto shared." },
      by: { name: "Nino" },
      kind: "QUESTION",
      state: "RESOLVED",
      quote: null,
      comments: [
        { text: "Chi ne risponde?", by: { name: "Nino", bodyName: "Alfa sul Serchio", role: "AUDITOR" } },
        { text: "", by: { name: "Wanda", bodyName: "Alfa sul Serchio", role: "EDITOR" } },
      ],
      resolvedByName: "Nino",
      opinion: null,
    });
    const opinions = data.observations.rows.filter(({ opinion }) => opinion !== null);
    expect(opinions.map(({ opinion }) => opinion?.text)).toEqual([
      "Servono indicatori.",
      "Favorevole.",
      "Favorevole.",
    ]);
  });

  it("is read page by page and loses none of one moment", async () => {
    const { database } = served;
    const now = new Date();
    for (const text of ["a", "b", "c", "d"]) {
      const id = await raise(staff, nucleo, "OBSERVATION", [[nucleo, text]]);
      await database.getRepository(CommentThread).update(id, { createdAt: now });
    }
    const whole = (await record(nucleo)).data.observations.rows;
    const found: object[] = [];
    let after: string | null = null;
    for (let more = true; more; ) {
      const { data }: Answer = await record(nucleo, { first: 3, after });
      found.push(...data.observations.rows);
      after = data.observations.pageInfo.endCursor;
      more = data.observations.pageInfo.hasNextPage;
    }
    expect(found).toEqual(whole);
  });

  it("refuses a place that is none", async () => {
    const id = world.bodies.alfa;
    const places = [
      "",
      "{}",
      `["2026-02-30T00:00:00.000000Z","${id}"]`,
      `["2026-02-03T00:00:00.000000Z","x"]`,
      "[1]",
    ];
    for (const place of places) {
      const after = Buffer.from(place).toString("base64url");
      expect((await record(nucleo, { after })).codes).toEqual(["BAD_INPUT"]);
    }
  });

  it("[T04] is for who reads the body's drafts there, and says of others' sections nothing", async () => {
    const admin = await makePerson(served.database, "Ada", [{ bodyId: world.bodies.alfa, role: "ADMIN" }]);
    for (const person of [reviewer, stranger, admin])
      expect((await record(person)).codes).toEqual(["NOT_FOUND"]);
    await raise(world.sections.betaDraft, nucleo, "OBSERVATION", [[nucleo, "Di Beta."]]);
    expect((await record(writer)).body).not.toContain("Di Beta.");
    const ofBeta = await record(nucleo, { bodyId: world.bodies.beta });
    expect(ofBeta.body).toContain("Di Beta.");
    expect(ofBeta.body).not.toContain("Segreto alfa");
  });
});

describe("the competence of an auditor", () => {
  it("is said when the role is given, and of nobody else", async () => {
    const { database } = served;
    const admin = await makePerson(database, "Aldo", [{ bodyId: world.bodies.alfa, role: "ADMIN" }]);
    const { email } = await makePerson(database, "Rosa", []);
    const query = `mutation ($bodyId: ID!, $email: String!, $role: Role!, $competence: Competence) {
      addPerson(bodyId: $bodyId, email: $email, name: "Rosa", role: $role, competence: $competence) { role competence } }`;
    const add = (role: string, competence: string | null) => {
      const variables = { bodyId: world.bodies.alfa, email, role, competence };
      return ask(served, query, { token: admin.token, variables });
    };
    expect((await add("EDITOR", "RPCT")).codes).toEqual(["BAD_INPUT"]);
    expect((await add("AUDITOR", "RPCT")).data.addPerson).toEqual({ role: "AUDITOR", competence: "RPCT" });
    expect((await add("EDITOR", null)).data.addPerson).toEqual({ role: "EDITOR", competence: null });
    expect(await database.getRepository(User).countBy({ email })).toBe(1);
  });
});
