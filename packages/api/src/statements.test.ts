import { randomUUID } from "node:crypto";
import {
  Adhesion,
  CallApplication,
  Comment,
  CommentThread,
  FileExport,
  FundingCall,
  HubService,
  Indicator,
  Membership,
  Notification,
  Objective,
  OfficeMember,
  Opinion,
  Plan,
  Proposal,
  Purchase,
  Remark,
  Section,
  ServiceContract,
  StrategyItem,
  Suggestion,
  UpdateLog,
  WorkflowStep,
} from "@upiao/db";
import { markdownToUpdate } from "@upiao/document";
import { publishForTest } from "@upiao/test";
import type { DataSource } from "typeorm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ask } from "../test/ask.ts";
import { restingText } from "../test/hub-rows.ts";
import {
  makeIndicator as makeMeasured,
  makeObjective as makeMeasuredObjective,
  makeMeasurement,
} from "../test/measured.ts";
import { makePerson, type TestPerson } from "../test/people.ts";
import { type Served, serve } from "../test/served.ts";
import { loadTwoEditions } from "../test/strategy-trials.ts";
import { addReading, makeIndicator, makeObjective } from "../test/territory-rows.ts";
import { makeBody, makePlan, makeSection, makeWorld, type World } from "../test/world.ts";
import { writeObjective } from "../test/write-objective.ts";
import { projectStale } from "./objective/ensure-projected.ts";
import { freezeVersion } from "./version/freeze-version.ts";

let served: Served;
let world: World;
let person: TestPerson;

beforeAll(async () => {
  served = await serve();
  await loadTwoEditions(served.database);
  world = await makeWorld(served.database);
  await served.database.query("UPDATE plan SET strategy_edition = '2024-2026'");
  person = await makePerson(served.database, "Rita Alfa", [
    { bodyId: world.bodies.alfa, role: "EDITOR" },
    { bodyId: world.bodies.alfa, role: "ADMIN" },
    { bodyId: world.bodies.lead, role: "REVIEWER" },
  ]);
  await served.database.query("UPDATE body SET province_sign = 'PR' WHERE id = $1", [world.bodies.lead]);
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
  await database.getRepository(Membership).insert([
    { userId: person.id, bodyId, role: "EDITOR" },
    { userId: person.id, bodyId, role: "REVIEWER" },
    { userId: person.id, bodyId, role: "AUDITOR", competence: "NUCLEO" },
  ]);
  await database.query("UPDATE body SET province_sign = 'PR' WHERE id = $1", [bodyId]);
  for (const sectionId of [world.sections.shared, world.sections.alfaSubmitted]) {
    const objectiveId = await makeObjective(database, sectionId, name, { items: [`RA ${name}`] });
    const indicatorId = await makeIndicator(database, {
      sectionId,
      objectiveId,
      key: name,
      targets: { 2026: 1 },
    });
    for (const body of [world.bodies.alfa, bodyId])
      await addReading(database, { indicatorId, bodyId: body, year: 2026, value: 1, byUserId: person.id });
  }
  await makePerson(database, `Collega ${name}`, [{ bodyId: world.bodies.alfa, role: "EDITOR" }]);
  const writer = { byUserId: person.id, bodyId, role: "EDITOR" } as const;
  const { id: threadId } = await database
    .getRepository(CommentThread)
    .save({ sectionId: world.sections.shared, kind: "QUESTION" as const, ...writer });
  const comment = { threadId, text: name, mentions: [person.id], ...writer };
  await database.getRepository(Comment).insert([comment, { ...comment, text: `ancora ${name}` }]);
  const planId = await makePlan(database, bodyId);
  await database.getRepository(Notification).insert({ userId: person.id, kind: "DEADLINE", planId });
  for (const code of ["2.1", "INTEGRAZIONE"]) {
    const sectionId = await makeSection(database, `${name} ${code}`, { planId, code });
    const bytes = markdownToUpdate(`testo di ${name}`, 1);
    await new UpdateLog(database).begin([{ sectionId, bytes, clientId: 1, authorId: person.id }]);
    const version = { sectionId, kind: "AUTOMATIC", byUserId: person.id } as const;
    await database.transaction((tx) => freezeVersion(tx, version));
    const told = { userId: person.id, kind: "MENTION", sectionId, byUserId: person.id } as const;
    await database.getRepository(Notification).insert(told);
    const proposal = { sectionId, number: 1, title: name, reason: name, byUserId: person.id, bodyId };
    const { id: proposalId } = await database.getRepository(Proposal).save(proposal);
    const excerpt = { before: "", after: "", removed: "", added: name, formats: [], nodes: [], shapes: [] };
    const suggestion = {
      sectionId,
      id: `${proposalId}.1.1`,
      proposalId,
      byUserId: person.id,
      kind: "INSERT",
      excerpt,
    };
    await database.getRepository(Suggestion).insert(suggestion);
  }
  await addReviewed(bodyId, planId, name);
  await writeObjective(database, world.sections.shared, person.id, `Obiettivo ${name}`);
  // As the clock has them read: whoever asks before it does has each text read first.
  await projectStale(database);
  await addToStrategy(name);
  await addToHub(bodyId, planId, name);
  await addMeasured(name);
  await addExports();
}

/** One more of what reads the most, where all of eight are listed: nobody has more than some twenty. */
async function addExports(): Promise<void> {
  const { database } = served;
  const version = { sectionId: world.sections.shared, kind: "NAMED", byUserId: person.id } as const;
  const [before, after] = await database.transaction(async (tx) => [
    await freezeVersion(tx, { ...version, name: randomUUID() }),
    await freezeVersion(tx, { ...version, name: randomUUID() }),
  ]);
  const asked = { byUserId: person.id, format: "PDF" } as const;
  await database.getRepository(FileExport).insert([
    {
      ...asked,
      kind: "COMPARISON",
      subjectId: before!.id,
      otherId: after!.id,
      sectionIds: [world.sections.shared],
    },
    { ...asked, kind: "PLAN", subjectId: world.plans.alfa, sectionIds: Object.values(world.sections) },
  ]);
}

/** One more item of the Piano triennale, and one more objective that names it, with an indicator. */
async function addToStrategy(name: string): Promise<void> {
  const { database } = served;
  const items = database.getRepository(StrategyItem);
  const place = (await items.count()) + 1;
  const item = {
    kind: "EXPECTED_RESULT",
    title: name,
    details: { targets: { 2026: "1" } },
    verified: true,
  } as const;
  const words = { source: "", searchText: `servizi ${name}`, parent: "RA1.1.1" };
  for (const edition of ["2024-2026", "2027-2029"])
    await items.insert({ ...item, ...words, edition, code: `RA${place}`, place: place * 1000 });
  const sectionId = world.sections.alfaDraft;
  const objective = { sectionId, key: name, place, title: name, items: [`RA${place}`, "RA3.2.2"] };
  const [origin] = await database.getRepository(Objective).findBy({ sectionId: world.sections.shared });
  const { id: objectiveId } = await database
    .getRepository(Objective)
    .save({ ...objective, originId: origin!.id });
  const indicator = {
    sectionId,
    objectiveId,
    key: name,
    place,
    name,
    unit: "NUMBER",
    direction: "UP",
  } as const;
  await database.getRepository(Indicator).insert(indicator);
}

/** One more of everything that a hub keeps. */
async function addToHub(bodyId: string, planId: string, name: string): Promise<void> {
  const { database } = served;
  const code = name.toUpperCase().replaceAll(" ", "-");
  const service = await database.getRepository(HubService).save({
    ...{ bodyId: world.bodies.lead, code, kind: "FUND_RAISING" as const, title: name, description: name },
  });
  await database.getRepository(Adhesion).insert({ serviceId: service.id, bodyId });
  const away = await makeBody(database, `${name} altrove`);
  await database
    .getRepository(OfficeMember)
    .insert({ officeId: world.officeId, bodyId: away, joinedOn: "2024-01-01" });
  await publishForTest(database, { bodyId: away, firstYear: 2090, texts: [restingText(name, code)] });
  const call = { code, title: name, issuer: name, source: name, recipients: ["Comuni"] };
  const { id: callId } = await database
    .getRepository(FundingCall)
    .save({ ...call, bodyId: world.bodies.lead, deadline: "2027-05-31" });
  await database.getRepository(CallApplication).insert({ callId, bodyId, state: "SUBMITTED" });
  for (const remarked of [bodyId, world.bodies.alfa]) {
    const remark = { planId: world.plans.alfa, amendment: 0, text: name, authorName: null, part: null };
    const decided = { state: "PUBLISHED", decidedAt: new Date(), decidedById: person.id } as const;
    await database
      .getRepository(Remark)
      .insert({ ...remark, ...decided, bodyId: remarked, form: randomUUID() });
  }
  await database.getRepository(Purchase).insert({ bodyId, year: 2027, quarter: 1, what: name, amount: 10 });
  await database
    .getRepository(ServiceContract)
    .insert({ bodyId, title: name, supplier: name, expires: "2027-06-30" });
  const section = await database.getRepository(Section).findOneByOrFail({ planId, code: "2.1" });
  await database
    .getRepository(Objective)
    .insert({ sectionId: section.id, key: "k", place: 1, title: name, service: code, call: code });
}

/** One more objective that alfa measures, of its own and of its office. */
async function addMeasured(name: string): Promise<void> {
  const { database } = served;
  for (const sectionId of [world.sections.alfaDraft, world.sections.shared]) {
    const indicatorId = await makeMeasured(database, await makeMeasuredObjective(database, sectionId, name));
    const value = { indicatorId, bodyId: world.bodies.alfa, round: 1, value: 1, byUserId: person.id };
    await makeMeasurement(database, value);
  }
}

/** One more of what a reviewer and an auditor are shown. */
async function addReviewed(bodyId: string, planId: string, name: string): Promise<void> {
  const { database } = served;
  const byUserId = person.id;
  await database.getRepository(Plan).update(planId, { state: "SUBMITTED" });
  const sectionId = await makeSection(database, name, { planId, code: "2.2", state: "SUBMITTED" });
  const bytes = markdownToUpdate(`testo di ${name}`, 1);
  await new UpdateLog(database).begin([{ sectionId, bytes, clientId: 1, authorId: byUserId }]);
  const version = { sectionId, kind: "FROZEN", byUserId } as const;
  const { id: versionId } = await database.transaction((tx) => freezeVersion(tx, version));
  const step = { fromState: "DRAFT", toState: "SUBMITTED", byUserId, bodyId } as const;
  await database.getRepository(WorkflowStep).insert([
    { ...step, sectionId, action: "REQUEST_CHANGES", role: "REVIEWER", versionId },
    { ...step, sectionId, action: "SUBMIT", role: "EDITOR", versionId },
    { ...step, planId, action: "SUBMIT", role: "EDITOR" },
  ]);
  for (const observed of [sectionId, world.sections.shared]) await addObserved(observed, versionId, bodyId);
}

async function addObserved(sectionId: string, versionId: string, bodyId: string): Promise<void> {
  const { database } = served;
  const byUserId = person.id;
  const finding = { kind: "FINDING", role: "AUDITOR", competence: "NUCLEO" } as const;
  const thread = await database
    .getRepository(CommentThread)
    .save({ sectionId, byUserId, bodyId, ...finding });
  await database
    .getRepository(Comment)
    .insert({ threadId: thread.id, byUserId, bodyId, role: "AUDITOR", text: "Manca la fonte." });
  const opinion = { competence: "NUCLEO", verdict: "FAVOURABLE", text: "Favorevole." } as const;
  await database.getRepository(Opinion).insert({ sectionId, versionId, byUserId, bodyId, ...opinion });
}

const lists: Record<string, string> = {
  me: "{ me { name memberships { role body { name } } } }",
  bodies: `{ bodies(search: "prova", first: 100) { name type } }`,
  bodyPeople: "query ($bodyId: ID!) { bodyPeople(bodyId: $bodyId) { name email role disabled } }",
  myOffices: "{ myOffices { name leadBody { name } members { joinedOn body { name } } } }",
  myPlans: `{ myPlans { body { name } outline { number sections {
    title myAccess mayOpenAndClose updatedAt ownerName body { name } office { name } present { name } } } } }`,
  comments: `query ($sectionId: ID!) { section(id: $sectionId) { comments { quote kind state anchor { start } awaitingReply
    resolvedBy { name } by { name bodyName } comments { text by { name bodyName } mentions { name } } } } }`,
  mentionable: `query ($sectionId: ID!) { mentionable(sectionId: $sectionId, search: "a") { name bodyName } }`,
  unreadNotifications: "{ unreadNotifications { count lastAt } }",
  myNotifications: `{ myNotifications(first: 100) { edges { node {
    kind at readAt byName path section { title ownerName } plan { body { name } } } } } }`,
  sections: `{ sections(first: 100) { edges { node { title myAccess mayOpenAndClose plainText updatedAt ownerName
    body { name } office { name members { body { name } } } plan { body { name } } guidance { law } present { name } } } } }`,
  versions: `{ sections(first: 100) { edges { node { versions(first: 5) { edges { node { number kind name byName writers
    changedWords at sha256 } } } } } } }`,
  proposals: `{ sections(first: 20) { edges { node { proposals { title byName body { name }
    suggestions { kind inText decidedByName excerpt { added } } } } } } }`,
  reviewQueue: `{ reviewQueue(first: 50) { bodies { name } edges { node { deadline submittedAt words openThreads
    openProposals missingSignOffs section { title ownerName openSuggestions } submission { number }
    lastReviewed { number } changedWords } } } }`,
  planQueue: "{ planQueue(first: 50) { edges { node { submittedAt plan { deadline body { name } } } } } }",
  auditorDesk: `{ auditorDesk { competence body { name } sections { isCompetent opinion { verdict version { number } }
    section { title frozenVersion { number } } findings { text isReplyAwaited by { name bodyName } } } } }`,
  opinions:
    "{ sections(first: 100) { edges { node { opinions { stands verdict by { name } version { number } } } } } }",
  observations: `query ($bodyId: ID!) { observations(bodyId: $bodyId, first: 100) { rows { at section { title }
    by { name } comments { text by { name } } resolvedByName opinion { text version { number } } } } }`,
  objectives: `query ($bodyId: ID!) { objectives(bodyId: $bodyId) { title items indicators { name unit targets { year value } } } }`,
  sectionObjectives:
    "{ sections(first: 100) { edges { node { objectives { title indicators { name targets { value } } } } } } }",
  strategyItems: `{ strategyItems(edition: "2024-2026", search: "servizi", first: 100) { edges { node { code parent { title } children { code } } } } }`,
  coverage: `query ($planId: ID!) { planCoverage(planId: $planId) { chapters { chapter { title } lines { item { code }
    objectives { title } } } } }`,
  carryOver:
    "query ($planId: ID!) { planCarryOver(planId: $planId) { objective { title } proposal { title } } }",
  reusableObjectives: `{ reusableObjectives(search: "", first: 50) { title ownerName indicators { name } } }`,
  itemObjectives: `{ reusableObjectives(search: "", item: "RA3.2.2", first: 50) { title ownerName indicators { name } } }`,
  objectiveOrigins: `query ($bodyId: ID!) { objectives(bodyId: $bodyId) { title faults { kind } origin { title ownerName } } }`,
  publishedObjectives: `{ reusableObjectives(search: "riga", first: 50) { title ownerName indicators { name } } }`,
  bodyOverview: `query ($bodyId: ID!) { bodyOverview(bodyId: $bodyId, year: 2026) { row { progress } objectives { title
    section { title } indicators { name years { year value } } } } }`,
  territoryOfOffice: `query ($officeId: ID!) { territoryOverview(officeId: $officeId, year: 2026) { progress leadBody { name }
    rows { body { name } planState progress trend { progress } } coverage { code bodies } sums { code value }
    services { title adhesions { state body { name } } } } }`,
  territoryOfProvince: `query ($provinceId: ID!) { territoryOverview(provinceId: $provinceId, year: 2026) { progress
    rows { body { name } planState progress trend { progress } } coverage { code bodies } sums { code value } } }`,
  hubServices: "{ hubServices { title body { name } adhesions { act body { name } } } }",
  hubObjectives: "{ hubObjectives { title service call section { title ownerName } } }",
  hubPublishedObjectives: "{ hubPublishedObjectives { title path body { name } } }",
  fundingCalls: `{ fundingCalls(first: 100) { rows { title body { name } mayApply { name }
    applications { state body { name } } } } }`,
  callSections: `{ fundingCalls(first: 1) { rows { sections { objectives { title } bodies { name } section { title ownerName } } } } }`,
  remarks: `query ($bodyId: ID!) { remarks(bodyId: $bodyId, state: PUBLISHED, first: 100) { rows { text firstYear publicPath
    decidedByName } } }`,
  remarkDesks: "{ remarkDesks { published body { name } } }",
  purchases: "{ purchases(year: 2027, first: 100) { total rows { what amount body { name } } } }",
  serviceContracts: "{ serviceContracts(first: 100) { rows { title expires body { name } } } }",
  calendar: `{ calendar(from: "2026-01-01", until: "2027-12-31") { kind day title body { name } } }`,
  measurementGrid: `query ($bodyId: ID!) { measurementGrid(bodyId: $bodyId, year: 2026) { body { name } objectives { title
    state sectionTitle mayMeasure indicators { name state targets { value } values { value byName corrected } } } } }`,
  myExports: `{ myExports { format state section { title ownerName } plan { body { name } } version { number }
    afterVersion { number } } }`,
  texts: "{ sections(first: 20) { edges { node { text { bytes writers { name } } } } } }",
};

async function measure(query: string): Promise<{ statements: number; size: number }> {
  served.statements.length = 0;
  const answer = await ask(served, query, {
    token: person.token,
    variables: {
      planId: world.plans.alfa,
      bodyId: world.bodies.alfa,
      sectionId: world.sections.shared,
      officeId: world.officeId,
      provinceId: world.bodies.lead,
    },
  });
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

it("a list finds its rows by indices at every step, however long the tables become", async () => {
  await fill(served.database);
  for (const [name, query] of Object.entries(lists)) {
    await measure(query);
    const statements = [...served.statements];
    expect(statements.length, name).toBeGreaterThan(1);
    await served.database.transaction(async (tx) => {
      // Some thousands of rows may still be cheaper to read whole: what is left is the way that millions take.
      await tx.query("SET LOCAL enable_seqscan = off");
      await tx.query("SET LOCAL enable_hashjoin = off");
      await tx.query("SET LOCAL enable_mergejoin = off");
      for (const statement of statements) {
        const [row] = await tx.query(`EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${statement}`);
        const whole = readsWhole(row["QUERY PLAN"][0].Plan);
        expect(whole, `${name}: ${statement}`).toEqual([]);
      }
    });
  }
});

/** Rows that are nobody's in this test, enough of them to make the indices the shorter way. */
async function fill(database: DataSource): Promise<void> {
  const many = "generate_series(1, 2000) AS n";
  for (const statement of [
    `INSERT INTO body (type, name, search_name) SELECT 'COMUNE', 'Altro ' || n, 'altro ' || n FROM ${many}`,
    `INSERT INTO body_change (body_id, what, before, search_before, day, source)
       SELECT id, 'NAME', 'Vecchio ' || name, 'vecchio ' || search_name, '2026-01-01', 'ISTAT' FROM body
        WHERE name LIKE 'Altro%'`,
    `INSERT INTO user_account (name, email, password_hash) SELECT 'Altra', n || '@upiao.example', '' FROM ${many}`,
    `INSERT INTO membership (role, user_id, body_id) SELECT 'EDITOR', u.id, b.id FROM body b JOIN user_account u
       ON u.email = substring(b.name FROM 'Altro (.*)') || '@upiao.example'`,
    `INSERT INTO associated_office (name, lead_body_id, convention_act, convention_date)
       SELECT name, id, '', '2024-01-01' FROM body WHERE name LIKE 'Altro%'`,
    `INSERT INTO office_member (office_id, body_id, joined_on, left_at)
       SELECT id, lead_body_id, '2024-01-01', CASE WHEN random() < 0.5 THEN now() END FROM associated_office
        WHERE name LIKE 'Altro%'`,
    `INSERT INTO plan (body_id, first_year, form, placement, reviewer_body_id)
       SELECT id, 2026, 'FULL', 'LUCCA', id FROM body WHERE name LIKE 'Altro%'`,
    `INSERT INTO section (title, code, first_year, plan_id) SELECT '', '2.1', 2026, id FROM plan
      WHERE reviewer_body_id = body_id`,
    `INSERT INTO section (title, code, first_year, office_id) SELECT '', 'STRATEGIA', 2026, id
       FROM associated_office WHERE name LIKE 'Altro%'`,
    `INSERT INTO notification (user_id, kind, section_id) SELECT u.id, 'REPLY', s.id
       FROM user_account u, (SELECT id FROM section LIMIT 3) AS s`,
    `INSERT INTO notification_choice SELECT id, 'REPLY', 'NONE' FROM user_account`,
    `INSERT INTO section_update SELECT log, 1, now(), '' FROM section WHERE title = ''`,
    `INSERT INTO section_snapshot SELECT log, 1, '' FROM section WHERE title = ''`,
    `INSERT INTO comment_thread (section_id, kind, by_user_id, body_id, role)
       SELECT s.id, 'QUESTION', u.id, p.body_id, 'EDITOR' FROM section s JOIN plan p ON p.id = s.plan_id
         JOIN body b ON b.id = p.body_id
         JOIN user_account u ON u.email = substring(b.name FROM 'Altro (.*)') || '@upiao.example' WHERE s.title = ''`,
    `INSERT INTO comment (thread_id, by_user_id, body_id, role, text)
       SELECT id, by_user_id, body_id, role, '' FROM comment_thread WHERE role = 'EDITOR'`,
    `INSERT INTO section_client SELECT id, 1, (SELECT id FROM user_account LIMIT 1), now(), now() FROM section WHERE title = ''`,
    `INSERT INTO version (section_id, number, kind, seq, bytes, sha256)
       SELECT id, 1, 'AUTOMATIC', 1, '', decode(repeat('00', 32), 'hex') FROM section WHERE title = ''`,
    `INSERT INTO proposal (section_id, number, title, reason, by_user_id, body_id)
       SELECT s.id, 1, '', '', (SELECT id FROM user_account LIMIT 1), (SELECT id FROM body LIMIT 1) FROM section s WHERE title = ''`,
    `INSERT INTO suggestion (section_id, id, proposal_id, by_user_id, kind, excerpt)
       SELECT section_id, 'p.1.1', id, by_user_id, 'INSERT', '{}' FROM proposal WHERE title = ''`,
    `INSERT INTO workflow_step (section_id, action, from_state, to_state, by_user_id, body_id, role)
       SELECT s.id, 'SUBMIT', 'DRAFT', 'SUBMITTED', u.id, p.body_id, 'EDITOR' FROM section s JOIN plan p ON p.id = s.plan_id,
              LATERAL (SELECT id FROM user_account LIMIT 1) u WHERE s.title = ''`,
    `INSERT INTO workflow_step (plan_id, action, from_state, to_state, by_user_id, body_id, role)
       SELECT plan_id, action, from_state, to_state, by_user_id, w.body_id, role
         FROM (SELECT s.plan_id, w.* FROM workflow_step w JOIN section s ON s.id = w.section_id WHERE s.title = '')
           AS w (plan_id, id, section_id, no_plan_id, action, from_state, to_state, reason, by_user_id, body_id, role)`,
    `INSERT INTO objective (section_id, key, place, title, items, service, call)
       SELECT id, 'o', 1, '', '{RA1.1.1}', 'X', 'Y' FROM section WHERE title = ''`,
    `INSERT INTO indicator (section_id, objective_id, key, place, name, unit, direction)
       SELECT section_id, id, 'i', 1, '', 'PERCENT', 'UP' FROM objective WHERE title = ''`,
    `INSERT INTO target SELECT id, 2026, 1 FROM indicator WHERE name = ''`,
    `INSERT INTO measurement (indicator_id, body_id, year, round, value, by_user_id)
       SELECT i.id, p.body_id, 2026, round, 1, (SELECT id FROM user_account LIMIT 1)
         FROM indicator i JOIN section s ON s.id = i.section_id JOIN plan p ON p.id = s.plan_id,
              generate_series(1, 2) AS r (round) WHERE i.name = ''`,
    `INSERT INTO section_figure (section_id, body_id, year, body_changes, text_changes, objectives, indicators, measured,
                                 not_available, progress, reached, halfway, behind, codes, sums)
       SELECT section_id, body_id, 2026, 1, 1, 1, 1, 1, 0, 1, 1, 0, 0, '{}', '[]' FROM figure_mark ON CONFLICT DO NOTHING`,
    `INSERT INTO opinion (section_id, version_id, by_user_id, body_id, competence, verdict, text)
       SELECT w.section_id, v.id, w.by_user_id, w.body_id, 'NUCLEO', 'FAVOURABLE', ''
         FROM workflow_step w JOIN version v ON v.section_id = w.section_id`,
    `INSERT INTO section_projection SELECT id, 1 FROM section WHERE title = ''`,
    `INSERT INTO strategy_item (edition, code, kind, place, title, details, verified, source, search_text)
       SELECT '2024-2026', 'X' || n, 'TOOL', 100000 + n, '', '{}', true, '', md5(n::text) FROM ${many}`,
    `INSERT INTO hub_service (body_id, code, kind, title, description)
       SELECT id, name, 'FUND_RAISING', '', '' FROM body WHERE name LIKE 'Altro%'`,
    "INSERT INTO adhesion (service_id, body_id) SELECT id, body_id FROM hub_service WHERE title = ''",
    `INSERT INTO funding_call (body_id, code, issuer, title, source, deadline)
       SELECT id, name, '', '', '', '2020-01-01'::date + (random() * 4000)::integer FROM body WHERE name LIKE 'Altro%'`,
    `INSERT INTO call_application (call_id, body_id, state) SELECT id, body_id, 'FUNDED' FROM funding_call WHERE title = ''`,
    `INSERT INTO purchase (body_id, year, quarter, what, amount)
       SELECT id, 2027, 1, '', 1 FROM body WHERE name LIKE 'Altro%'`,
    `INSERT INTO file_export (by_user_id, kind, subject_id, format) SELECT id, 'PLAN', id, 'PDF' FROM user_account
      WHERE name = 'Altra'`,
    `INSERT INTO service_contract (body_id, title, supplier, expires)
       SELECT id, '', '', '2027-01-01' FROM body WHERE name LIKE 'Altro%'`,
    `INSERT INTO act_file (plan_id, name, media_type, bytes, sha256, by_user_id)
       SELECT id, '', 'application/pdf', '', decode(md5(id::text) || md5(id::text), 'hex'), (SELECT id FROM user_account LIMIT 1)
         FROM plan WHERE reviewer_body_id = body_id`,
    `INSERT INTO adoption (plan_id, amendment, act_kind, act_number, act_day, act_file_id, content, sha256, by_user_id)
       SELECT plan_id, 0, 'DELIBERAZIONE_GIUNTA', '1', '2026-01-28', id, '', sha256, by_user_id FROM act_file WHERE name = ''`,
    `INSERT INTO publication (adoption_id, by_user_id)
       SELECT a.id, a.by_user_id FROM adoption a JOIN act_file f ON f.id = a.act_file_id WHERE f.name = ''`,
    `INSERT INTO published_text (adoption_id, position, number, title, section_id, words)
       SELECT a.id, 1, '2.1', '', s.id, '' FROM adoption a JOIN section s ON s.plan_id = a.plan_id WHERE s.title = ''`,
    `INSERT INTO published_objective (text_id, position, key, title, record)
       SELECT id, 1, 'o', '', '{"service": "X"}' FROM published_text WHERE title = ''`,
    "ANALYZE",
  ])
    await database.query(statement);
}

interface Step {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Name"?: string;
  readonly "Index Cond"?: string;
  readonly Plans?: readonly Step[];
}

/** The steps of a plan that look at every row of a table, or at every entry of an index. */
function readsWhole(step: Step): string[] {
  const { "Node Type": type, "Relation Name": table, "Index Name": index, "Index Cond": condition } = step;
  const below = (step.Plans ?? []).flatMap(readsWhole);
  const whole = type === "Seq Scan" || (index !== undefined && condition === undefined);
  return whole ? [`${type} ${index ?? table}`, ...below] : below;
}
