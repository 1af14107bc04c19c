import { strategyEditions } from "@upiao/catalog";
import { AuditEvent, loadStrategy, Notification, Objective, OfficeMember, Purchase } from "@upiao/db";
import { dayInItaly } from "@upiao/domain";
import { publishForTest } from "@upiao/test";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../../test/ask.ts";
import { type HubRows, makeHub, restingText } from "../../test/hub-rows.ts";
import { makePerson, type TestPerson } from "../../test/people.ts";
import { type Served, serve } from "../../test/served.ts";
import { makeSection, makeWorld, type World } from "../../test/world.ts";

let served: Served;
let world: World;
let hub: HubRows;
let leader: TestPerson;
let officer: TestPerson;
let neighbour: TestPerson;
let stranger: TestPerson;

beforeAll(async () => {
  served = await serve();
  world = await makeWorld(served.database);
  hub = await makeHub(served.database, world);
  const { lead, alfa, beta, far } = world.bodies;
  leader = await makePerson(served.database, "Lea", [{ bodyId: lead, role: "RTD" }]);
  officer = await makePerson(served.database, "Alma", [{ bodyId: alfa, role: "EDITOR" }]);
  neighbour = await makePerson(served.database, "Berta", [{ bodyId: beta, role: "EDITOR" }]);
  stranger = await makePerson(served.database, "Lona", [{ bodyId: far, role: "RTD" }]);
});
afterAll(() => served.close());

const asking = (person: TestPerson, query: string, variables = {}) =>
  ask(served, query, { token: person.token, variables });

const everything = `{ hubPublishedObjectives { title } hubServices { title description adhesions { act body { name } } }
  hubObjectives { title } serviceContracts { rows { title supplier } } purchases(year: 2027) { total rows { what } }
  fundingCalls(first: 100) { rows { title applications { note body { name } } mayApply { name } sections { section { title } } } }
  calendar(from: "2026-01-01", until: "2027-12-31") { title body { name } } }`;

describe("[HU1] the register", () => {
  it("is read by the whole office: services, who takes them, what is bought and what rests on it", async () => {
    const { data, codes } = await asking(neighbour, everything);
    expect(codes).toEqual([]);
    expect(data.hubServices[0]!.adhesions.map(({ act, body }) => [act, body.name])).toEqual([
      ["Segreto del polo: delibera 1", "Alfa sul Serchio"],
    ]);
    expect(data.purchases).toMatchObject({
      total: 1234.56,
      rows: [{ what: "Segreto del polo: cancelleria" }],
    });
    // alfa's own draft is not beta's to know of.
    expect(data.hubObjectives.map(({ title }) => title)).toEqual(["Segreto shared. obiettivo"]);
  });

  it("says to who offers a service whose published plan rests on it, as it is in force, and to nobody outside", async () => {
    const { database } = served;
    const [bodyId, firstYear] = [world.bodies.beta, Number(dayInItaly(new Date()).slice(0, 4)) + 40];
    const published = async (person: TestPerson) =>
      (await asking(person, "{ hubPublishedObjectives { title path body { name } } }")).data
        .hubPublishedObjectives;
    const [sectionId] = (
      await publishForTest(database, { bodyId, firstYear, texts: [restingText("Acquistare insieme")] })
    ).sectionIds;
    expect(await published(leader)).toEqual([
      {
        title: "Acquistare insieme",
        path: `/pubblico/enti/${bodyId}/${firstYear}`,
        body: { name: "Beta a Mare" },
      },
    ]);
    expect(await published(officer)).toHaveLength(1);
    // They have it among the sections that they read.
    expect(await published(neighbour)).toEqual([]);
    expect(await published(stranger)).toEqual([]);
    const texts = [{ ...restingText("Da soli", null), sectionId: sectionId! }];
    await publishForTest(database, { bodyId, firstYear, amendment: 1, texts });
    expect(await published(leader)).toEqual([]);
  });

  it("[T02] [T04] says nothing to others, by any way, and of the catalogue what is public", async () => {
    const answer = await asking(stranger, everything);
    expect(answer.codes).toEqual([]);
    expect(answer.body).not.toContain("Segreto");
    expect(answer.body).not.toContain("Alfa");
    expect(answer.data.fundingCalls.rows.map(({ title }) => title)).toEqual(["Cloud"]);
    expect(answer.data.purchases.total).toBe(0);
  });

  it("[T09] is lost at once by who leaves the office", async () => {
    const members = served.database.getRepository(OfficeMember);
    const member = await members.findOneByOrFail({ bodyId: world.bodies.beta });
    await members.update(member.id, { leftAt: new Date() });
    expect((await asking(neighbour, everything)).body).not.toContain("del polo");
    await members.update(member.id, { leftAt: null });
    expect((await asking(neighbour, everything)).body).toContain("del polo");
  });
});

describe("[HU2] of two people who change one record", () => {
  const save = `mutation ($r: PurchaseInput!) { savePurchase(purchase: $r) { id revision what amount } }`;
  const purchase = { year: 2030, quarter: 3, what: "Stampanti", amount: "1.000" };

  it("the second is told that it has changed, and nothing of theirs is written", async () => {
    const bodyId = world.bodies.alfa;
    const { id, revision } = (await asking(officer, save, { r: { ...purchase, bodyId } })).data.savePurchase;
    expect(revision).toBe(1);
    const change = (what: string) =>
      asking(officer, save, { r: { ...purchase, bodyId, id, revision, what } });
    const answers = await Promise.all([change("Prima"), change("Seconda")]);
    expect(answers.flatMap(({ codes }) => codes)).toEqual(["CHANGED_MEANWHILE"]);
    const kept = answers.find(({ codes }) => codes.length === 0)!.data.savePurchase;
    expect(await served.database.getRepository(Purchase).findOneByOrFail({ id })).toMatchObject({
      ...{ what: kept.what, revision: 2, amount: 1000 },
    });
    const remove = "mutation ($id: ID!, $n: Int!) { removeHubRecord(kind: PURCHASE, id: $id, revision: $n) }";
    expect((await asking(officer, remove, { id, n: 1 })).codes).toEqual(["CHANGED_MEANWHILE"]);
    expect((await asking(officer, remove, { id, n: 2 })).codes).toEqual([]);
    expect(await served.database.getRepository(Purchase).countBy({ id })).toBe(0);
    const deeds = await served.database.getRepository(AuditEvent).findBy({ chain: bodyId });
    expect(deeds.map(({ action }) => action)).toEqual([
      "hub.SAVE_PURCHASE",
      "hub.SAVE_PURCHASE",
      "hub.REMOVE_PURCHASE",
    ]);
  });

  it("a record does not pass to another body by being changed", async () => {
    const r = { ...purchase, bodyId: world.bodies.beta, id: hub.purchaseId, revision: 1 };
    expect((await asking(neighbour, save, { r })).codes).toEqual(["NOT_YOUR_ROLE"]);
    expect((await asking(stranger, save, { r: { ...r, bodyId: world.bodies.far } })).codes).toEqual([
      "NOT_FOUND",
    ]);
  });

  it.each([
    [{ amount: "tanto" }, "amount", "AMOUNT"],
    [{ amount: "" }, "amount", "MISSING"],
    [{ amount: "-5" }, "amount", "AMOUNT"],
    [{ year: 1999 }, "year", "OUT_OF_RANGE"],
    [{ quarter: 5 }, "quarter", "OUT_OF_RANGE"],
    [{ what: " " }, "what", "MISSING"],
    [{ what: "a\u0000b" }, "what", "CONTROL_CHARACTERS"],
    [{ cpv: "7200" }, "cpv", "CPV"],
  ])("what is no purchase is named by its field: %j", async (wrong, field, fault) => {
    const r = { ...purchase, bodyId: world.bodies.alfa, ...wrong };
    const [error] = (await asking(officer, save, { r })).errors;
    expect(error!.extensions).toMatchObject({ code: "BAD_INPUT", details: { field, fault } });
    expect(await served.database.getRepository(Purchase).countBy({ year: 2030 })).toBe(0);
  });
});

it("all that is wrong with a form is told at once, each datum with its sentence, and the first as ever", async () => {
  const save = `mutation ($call: FundingCallInput!) { saveFundingCall(call: $call) { id } }`;
  const bodyId = world.bodies.lead;
  const call = {
    bodyId,
    code: "a b",
    issuer: "Regione",
    title: " ",
    amount: "tanto",
    recipients: ["COMUNE"],
  };
  const days = { opens: "2026-05-02", deadline: "2026-05-01", link: "javascript:alert(1)", source: "Sito" };
  const [error] = (await asking(officer, save, { call: { ...call, ...days } })).errors;
  const { details, others } = error!.extensions;
  const told = [details, ...others!.map((other) => other.details)];
  expect(told.map(({ field, fault }) => [field, fault])).toEqual([
    ["code", "CODE"],
    ["title", "MISSING"],
    ["amount", "AMOUNT"],
    ["deadline", "BEFORE_START"],
    ["link", "ADDRESS"],
  ]);
  expect(others![0]).toMatchObject({
    code: "BAD_INPUT",
    message: "Il dato «title» non è valido: manca.",
  });
});

describe("an adhesion", () => {
  const request = `mutation ($s: ID!, $b: ID!) { requestAdhesion(serviceId: $s, bodyId: $b) { id revision act } }`;
  const remove = `mutation ($k: HubRecordKind!, $id: ID!, $n: Int!) { removeHubRecord(kind: $k, id: $id, revision: $n) }`;

  it("is asked for by a Comune, recorded with its act by who leads, and then not withdrawn by the Comune", async () => {
    const s = hub.serviceId;
    const b = world.bodies.beta;
    const asked = (await asking(neighbour, request, { s, b })).data.requestAdhesion;
    expect(asked).toMatchObject({ act: null, revision: 1 });
    expect((await asking(neighbour, request, { s, b })).codes).toEqual(["ALREADY_EXISTS"]);
    const r = {
      serviceId: s,
      bodyId: b,
      ...{ id: asked.id, revision: 1, act: "Delibera 9", fromDay: "2026-03-01" },
    };
    const save = `mutation ($r: AdhesionInput!) { saveAdhesion(adhesion: $r) { id revision act body { name } } }`;
    expect((await asking(neighbour, save, { r })).codes).toEqual(["NOT_YOUR_ROLE"]);
    const early = { ...r, untilDay: "2026-02-01" };
    expect((await asking(leader, save, { r: early })).errors[0]!.extensions.details).toMatchObject({
      ...{ field: "untilDay", fault: "BEFORE_START" },
    });
    const typedByHalf = await asking(leader, save, { r: { ...r, fromDay: "0026-03-01" } });
    expect(typedByHalf.errors[0]!.extensions.details).toMatchObject({
      field: "fromDay",
      fault: "OUT_OF_RANGE",
    });
    expect((await asking(leader, save, { r })).data.saveAdhesion).toMatchObject({
      act: "Delibera 9",
      revision: 2,
    });
    const gone = { id: asked.id, n: 2 };
    expect((await asking(neighbour, remove, { k: "ADHESION_REQUEST", ...gone })).codes).toEqual([
      "NOT_IN_THIS_STATE",
    ]);
    expect((await asking(leader, remove, { k: "ADHESION", ...gone })).codes).toEqual([]);
  });
});

describe("what others rest on", () => {
  const remove = `mutation ($k: HubRecordKind!, $id: ID!, $n: Int!) { removeHubRecord(kind: $k, id: $id, revision: $n) }`;

  it("is neither removed nor called by another code: a service that a body takes or an objective names", async () => {
    const save = "mutation ($r: HubServiceInput!) { saveHubService(service: $r) { id revision } }";
    const bodyId = world.bodies.lead;
    const r = {
      bodyId,
      code: "PROVA-ALTRO",
      kind: "PROCUREMENT",
      title: "Segreto del polo",
      description: "x",
    };
    const known = { ...r, id: hub.serviceId, revision: 1 };
    expect((await asking(leader, save, { r: known })).codes).toEqual(["STILL_USED"]);
    const gone = { k: "SERVICE", id: hub.serviceId, n: 1 };
    expect((await asking(leader, remove, gone)).codes).toEqual(["STILL_USED"]);

    // Of one that no objective names the code may change, and a request is enough to keep it.
    const { id, revision } = (await asking(leader, save, { r })).data.saveHubService;
    expect((await asking(leader, save, { r: { ...r, id, revision, code: "PROVA-NUOVO" } })).codes).toEqual(
      [],
    );
    const request = "mutation ($s: ID!, $b: ID!) { requestAdhesion(serviceId: $s, bodyId: $b) { id } }";
    const asked = (await asking(neighbour, request, { s: id, b: world.bodies.beta })).data.requestAdhesion;
    expect((await asking(leader, remove, { k: "SERVICE", id, n: 2 })).codes).toEqual(["STILL_USED"]);
    expect((await asking(neighbour, remove, { k: "ADHESION_REQUEST", id: asked.id, n: 1 })).codes).toEqual(
      [],
    );
    expect((await asking(leader, remove, { k: "SERVICE", id, n: 2 })).codes).toEqual([]);
  });

  it("is not removed: a call to which a body has applied", async () => {
    const save = "mutation ($r: FundingCallInput!) { saveFundingCall(call: $r) { id } }";
    const call = { code: "REG-9", issuer: "Regione", title: "Bando", source: "BUR", recipients: ["COMUNE"] };
    const { id } = (await asking(leader, save, { r: { ...call, bodyId: world.bodies.lead } })).data
      .saveFundingCall;
    const apply = "mutation ($r: CallApplicationInput!) { saveCallApplication(application: $r) { id } }";
    const r = { callId: id, bodyId: world.bodies.alfa, state: "PREPARING" };
    const { id: applicationId } = (await asking(officer, apply, { r })).data.saveCallApplication;
    expect((await asking(leader, remove, { k: "CALL", id, n: 1 })).codes).toEqual(["STILL_USED"]);
    expect((await asking(officer, remove, { k: "APPLICATION", id: applicationId, n: 1 })).codes).toEqual([]);
    expect((await asking(leader, remove, { k: "CALL", id, n: 1 })).codes).toEqual([]);
  });
});

describe("a call", () => {
  const save = "mutation ($r: FundingCallInput!) { saveFundingCall(call: $r) { id title verified } }";
  const call = { code: "REG-1", issuer: "Regione", title: "Bando", source: "BUR", recipients: ["COMUNE"] };

  it("that an office notes is never shown as verified, and leads only where a browser runs nothing", async () => {
    const bodyId = world.bodies.lead;
    const noted = (await asking(leader, save, { r: { ...call, bodyId } })).data.saveFundingCall;
    expect(noted.verified).toBe(false);
    expect((await asking(leader, save, { r: { ...call, bodyId } })).codes).toEqual(["ALREADY_EXISTS"]);
    for (const link of ["javascript:alert(1)", "data:text/html,x", "//evil", "ftp://a"]) {
      const { errors } = await asking(leader, save, { r: { ...call, code: "REG-2", bodyId, link } });
      expect([link, errors[0]!.extensions.details.fault]).toEqual([link, "ADDRESS"]);
    }
  });

  it("names what of the Piano triennale it serves, each code once, and none that no edition has", async () => {
    await loadStrategy(served.database, strategyEditions());
    const save = "mutation ($r: FundingCallInput!) { saveFundingCall(call: $r) { id revision items } }";
    const r = { ...call, code: "REG-3", bodyId: world.bodies.lead };
    const noted = await asking(leader, save, { r: { ...r, items: [" ra4.1.7", "RA4.1.7", "OB3.1"] } });
    const { id, revision, items } = noted.data.saveFundingCall;
    expect(items).toEqual(["RA4.1.7", "OB3.1"]);
    const [error] = (await asking(leader, save, { r: { ...r, id, revision, items: ["RA4.1.7", "RA99"] } }))
      .errors;
    expect(error!.extensions.details).toEqual({ field: "items", fault: "STRATEGY_CODE", code: "RA99" });
    const remove = "mutation ($id: ID!) { removeHubRecord(kind: CALL, id: $id, revision: 1) }";
    expect((await asking(leader, remove, { id })).codes).toEqual([]);
  });

  it("of the catalogue is nobody's to change or remove", async () => {
    const r = { ...call, bodyId: world.bodies.lead, id: hub.catalogueCallId, revision: 1 };
    expect((await asking(leader, save, { r })).codes).toEqual(["NOT_YOUR_ROLE"]);
    const remove = "mutation ($id: ID!) { removeHubRecord(kind: CALL, id: $id, revision: 1) }";
    expect((await asking(leader, remove, { id: hub.catalogueCallId })).codes).toEqual(["NOT_YOUR_ROLE"]);
  });

  it("[HU3] is found by state, deadline and body: that may apply, or has", async () => {
    const list = `query ($s: CallState, $b: ID, $u: String) {
      fundingCalls(state: $s, bodyId: $b, until: $u, first: 100) { rows { title } } }`;
    const titles = async (variables: object) =>
      (await asking(officer, list, variables)).data.fundingCalls.rows.map(({ title }) => title);
    expect(await titles({ s: "CLOSED" })).toEqual([]);
    expect(await titles({ u: "2099-06-01" })).toEqual(["Cloud"]);
    expect(await titles({ b: world.bodies.alfa, s: "OPEN" })).toEqual([
      "Bando",
      "Segreto del polo: SUAP",
      "Cloud",
    ]);
    expect(await titles({ b: world.bodies.lead })).toEqual([]);
    expect((await asking(officer, list, { b: world.bodies.far })).codes).toEqual(["NOT_FOUND"]);
  });

  it("[HU5] shows each reader the sections that it touches as far as they may read them, and has the editors told", async () => {
    await makeSection(served.database, "alfaAddendum", { planId: world.plans.alfa, code: "INTEGRAZIONE" });
    // The world is of 2026, and a call touches what is planned for the years around today.
    const later = Number(dayInItaly(new Date()).slice(0, 4)) - 2026;
    // By a detour, since two may not be of one year for a moment either.
    for (const years of [50 + later, -50])
      await served.database.query("UPDATE section SET first_year = first_year + $1", [years]);
    const read = `query ($id: ID!) { fundingCall(id: $id) {
      sections { objectives { title call } bodies { name } section { title } } } }`;
    // An objective that was written before the call serves the same of the Piano triennale.
    await served.database.query("UPDATE funding_call SET items = '{RA9.1}' WHERE id = $1", [
      hub.catalogueCallId,
    ]);
    await served.database.getRepository(Objective).insert({
      ...{
        sectionId: world.sections.alfaSubmitted,
        key: "c",
        place: 1,
        title: "Segreto SUE",
        items: ["RA9.1"],
      },
    });
    const touched = async (person: TestPerson) => {
      const { data } = await asking(person, read, { id: hub.catalogueCallId });
      return data.fundingCall.sections.map(({ section }) => section.title).sort();
    };
    expect(await touched(officer)).toEqual([
      "Segreto alfaAddendum.",
      "Segreto alfaDraft.",
      "Segreto alfaSubmitted.",
      "Segreto shared.",
      "Segreto sharedAdoptedLater.",
    ]);
    const { sections } = (await asking(officer, read, { id: hub.catalogueCallId })).data.fundingCall;
    const why = sections.map(({ objectives }) => objectives);
    expect(why).toContainEqual([{ title: "Segreto alfaDraft. obiettivo", call: "PAD2026-PROVA" }]);
    expect(why).toContainEqual([{ title: "Segreto SUE", call: null }]);
    expect(await touched(neighbour)).toEqual([
      "Segreto betaDraft.",
      "Segreto shared.",
      "Segreto sharedAdoptedLater.",
    ]);
    const announce = "mutation ($id: ID!, $b: ID!) { announceCall(callId: $id, bodyId: $b) }";
    const variables = { id: hub.catalogueCallId, b: world.bodies.lead };
    const answer = await asking(leader, announce, variables);
    expect([answer.codes, answer.body]).toEqual([[], '{"data":{"announceCall":true}}\n']);
    const told = await served.database.getRepository(Notification).findBy({ kind: "CALL" });
    const sectionsOf = (person: TestPerson) => told.filter(({ userId }) => userId === person.id).length;
    expect([sectionsOf(officer), sectionsOf(neighbour), sectionsOf(stranger), sectionsOf(leader)]).toEqual([
      5, 3, 0, 0,
    ]);
  });
});

it("a list goes on where its page ended", async () => {
  const bodyId = world.bodies.beta;
  await served.database
    .getRepository(Purchase)
    .insert(
      [1, 2, 2, 4].map((quarter, index) => ({ bodyId, year: 2031, quarter, what: `${index}`, amount: 0.1 })),
    );
  const list = `query ($after: String) { purchases(year: 2031, first: 3, after: $after) {
    total rows { what } pageInfo { hasNextPage endCursor } } }`;
  const first = (await asking(officer, list)).data.purchases;
  expect([first.rows.length, first.pageInfo.hasNextPage, first.total]).toEqual([3, true, 0.4]);
  const second = (await asking(officer, list, { after: first.pageInfo.endCursor })).data.purchases;
  expect([second.rows.map(({ what }) => what), second.pageInfo.hasNextPage]).toEqual([["3"], false]);
  for (const after of ["x", Buffer.from('["9","nothing"]').toString("base64url")])
    expect((await asking(officer, list, { after })).codes).toEqual(["BAD_INPUT"]);
});
