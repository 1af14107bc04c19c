import { AuditEvent, Measurement, Membership, Plan } from "@upiao/db";
import { dayInItaly } from "@upiao/domain";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ask } from "../../test/ask.ts";
import { makeIndicator, makeMeasurement, makeObjective } from "../../test/measured.ts";
import { makePerson, type TestPerson } from "../../test/people.ts";
import { type Served, serve } from "../../test/served.ts";
import { makeSection, makeWorld, type World } from "../../test/world.ts";
import { findAuditFault } from "../audit/verify-audit.ts";

let served: Served;
let world: World;
let editor: TestPerson;
let rtd: TestPerson;
let auditor: TestPerson;
let neighbour: TestPerson;
let province: TestPerson;
let own: string;
let shared: string;
let indicator: string;
let days: string;
let sharedIndicator: string;

beforeAll(async () => {
  served = await serve();
  const { database } = served;
  world = await makeWorld(database);
  const { alfa, beta, lead } = world.bodies;
  editor = await makePerson(database, "Elena", [{ bodyId: alfa, role: "EDITOR" }]);
  rtd = await makePerson(database, "Renato", [{ bodyId: alfa, role: "RTD" }]);
  auditor = await makePerson(database, "Nino", [{ bodyId: alfa, role: "AUDITOR", competence: "NUCLEO" }]);
  neighbour = await makePerson(database, "Bruna", [{ bodyId: beta, role: "EDITOR" }]);
  province = await makePerson(database, "Paola", [{ bodyId: lead, role: "REVIEWER" }]);
  own = await makeObjective(database, world.sections.alfaDraft, "Sportello unico");
  indicator = await makeIndicator(database, own, { name: "Pratiche online", unit: "PERCENT" });
  days = await makeIndicator(database, own, {
    name: "Attesa",
    unit: "DAYS",
    direction: "DOWN",
    baseline: 30,
    targets: { 2026: 10 },
  });
  shared = await makeObjective(database, world.sections.shared, "Competenze digitali");
  sharedIndicator = await makeIndicator(database, shared, { name: "Formati" });
});

beforeEach(async () => {
  for (const table of ["measurement_import", "measurement_revision", "measurement"])
    await served.database.query(`DELETE FROM ${table}`);
});

afterAll(() => served.close());

const gridQuery = `query ($bodyId: ID!, $year: Int!) { measurementGrid(bodyId: $bodyId, year: $year) { year mayMeasure
  objectives { id title shared mayMeasure state indicators { id state targets { year value }
    values { id round value note evidence at byName corrected } } } } }`;
const saving = `mutation ($bodyId: ID!, $year: Int!, $cells: [CellInput!]!) {
  saveMeasurements(bodyId: $bodyId, year: $year, cells: $cells) { saved faults { indicatorId round row fault
    current { value note at byName } } } }`;

interface Cell {
  readonly indicatorId: string;
  readonly round?: number;
  readonly text?: string;
  readonly note?: string;
  readonly evidence?: string;
  readonly basedOn?: string;
}

const of = (cells: readonly Cell[], bodyId = world.bodies.alfa, year = 2026) => ({
  variables: { bodyId, year, cells: cells.map((cell) => ({ round: 1, ...cell })) },
});

async function save(person: TestPerson, cells: readonly Cell[], bodyId?: string, year?: number) {
  const answer = await ask(served, saving, { token: person.token, ...of(cells, bodyId, year) });
  expect(answer.errors).toEqual([]);
  return answer.data.saveMeasurements;
}

async function grid(person: TestPerson, bodyId = world.bodies.alfa, year = 2026) {
  const answer = await ask(served, gridQuery, { token: person.token, variables: { bodyId, year } });
  expect(answer.codes).toEqual([]);
  return answer.data.measurementGrid;
}

async function valuesOf(person: TestPerson, indicatorId: string, bodyId?: string) {
  const { objectives } = await grid(person, bodyId);
  const found = objectives.flatMap(({ indicators }) => indicators).find(({ id }) => id === indicatorId);
  return found!.values;
}

/** A body has one plan for each triennium; the world's is of 2026. */
async function planOfFar(firstYear: number): Promise<string> {
  const plan = { bodyId: world.bodies.far, firstYear, form: "FULL", placement: "LUCCA" } as const;
  return (await served.database.getRepository(Plan).save(plan)).id;
}

const stored = () => served.database.getRepository(Measurement).count();

describe("the grid of a body's year", () => {
  it("[ME2] holds its own objectives and those that its office shares, in the order of the text", async () => {
    const { objectives, mayMeasure } = await grid(editor);
    expect(mayMeasure).toBe(true);
    expect(objectives.map(({ title, shared, mayMeasure }) => [title, shared, mayMeasure])).toEqual([
      ["Sportello unico", false, true],
      ["Competenze digitali", true, true],
    ]);
    expect(objectives[0]!.indicators.map(({ id }) => id)).toEqual([indicator, days]);
    expect(objectives[0]!.indicators[0]!.targets).toEqual([{ year: 2026, value: 100 }]);
  });

  it("[ME2] shows each reader what they read of its text, and of a shared section only that body's values", async () => {
    await save(editor, [{ indicatorId: sharedIndicator, text: "7" }]);
    expect((await grid(auditor)).mayMeasure).toBe(false);
    expect((await valuesOf(auditor, sharedIndicator))[0]).toMatchObject({ value: 7, byName: "Elena" });
    // A draft is the body's own until it is handed in.
    expect((await grid(province)).objectives.map(({ title }) => title)).toEqual(["Competenze digitali"]);
    expect(await valuesOf(neighbour, sharedIndicator, world.bodies.beta)).toEqual([]);
    const foreign = await ask(served, gridQuery, {
      token: neighbour.token,
      variables: { bodyId: world.bodies.alfa, year: 2026 },
    });
    expect(foreign.codes).toEqual(["NOT_FOUND"]);
  });

  it("[ME11] asks the lead body alone for what its office leaves to it", async () => {
    const { database } = served;
    const leader = await makePerson(database, "Lea", [{ bodyId: world.bodies.lead, role: "EDITOR" }]);
    const second = await makeIndicator(database, shared, { name: "Enti serviti" });
    await database.query("UPDATE indicator SET measured_by = 'LEAD' WHERE id = $1", [second]);
    const asked = async (person: TestPerson, bodyId: string) =>
      (await grid(person, bodyId)).objectives
        .filter((objective) => objective.shared)
        .map(({ indicators }) => indicators.map(({ id }) => id));
    expect(await asked(editor, world.bodies.alfa)).toEqual([[sharedIndicator]]);
    expect(await asked(leader, world.bodies.lead)).toEqual([[sharedIndicator, second]]);
    const cells = [{ indicatorId: second, text: "3" }];
    expect((await save(editor, cells)).faults.map(({ fault }) => fault)).toEqual(["UNKNOWN"]);
    expect((await save(leader, cells, world.bodies.lead)).saved).toBe(1);
    // An objective of which nothing is left to ask is no row of a Comune's grid.
    await database.query("UPDATE indicator SET measured_by = 'LEAD' WHERE id = $1", [sharedIndicator]);
    expect(await asked(editor, world.bodies.alfa)).toEqual([]);
    await database.query("UPDATE indicator SET measured_by = 'EACH' WHERE id = $1", [sharedIndicator]);
    await database.query("UPDATE indicator SET removed_at = now() WHERE id = $1", [second]);
  });

  it("is of the latest plan that covers the year, and of no objective that is gone from the text", async () => {
    const { database } = served;
    const planId = await planOfFar(2024);
    const sectionId = await makeSection(database, "vecchia", { planId, code: "2.1", firstYear: 2024 });
    await makeObjective(database, sectionId, "Del 2024");
    const gone = await makeObjective(database, world.sections.farDraft, "Tolto");
    await database.query("UPDATE objective SET removed_at = now() WHERE id = $1", [gone]);
    const far = await makePerson(database, "Fabia", [{ bodyId: world.bodies.far, role: "EDITOR" }]);
    const titles = async (year: number) =>
      (await grid(far, world.bodies.far, year)).objectives.map(({ title }) => title);
    expect(await titles(2025)).toEqual(["Del 2024"]);
    expect(await titles(2026)).toEqual([]);
    expect(await titles(2023)).toEqual([]);
  });

  it("[ME6] says how each objective stands", async () => {
    await save(editor, [
      { indicatorId: indicator, text: "60 %" },
      { indicatorId: days, text: "28 giorni" },
    ]);
    const of2026 = await grid(editor);
    expect(of2026.objectives[0]!.indicators.map(({ values }) => values[0]!.value)).toEqual([60, 28]);
    // Of a year to come, so that it is not over whenever this runs.
    const { database } = served;
    const planId = await planOfFar(2090);
    const sectionId = await makeSection(database, "futura", { planId, code: "2.1", firstYear: 2090 });
    const objective = await makeObjective(database, sectionId, "Futuro");
    const up = await makeIndicator(database, objective, { targets: { 2090: 100 } });
    const down = await makeIndicator(database, objective, {
      direction: "DOWN",
      baseline: 30,
      targets: { 2090: 10 },
    });
    const far = await makePerson(database, "Flavia", [{ bodyId: world.bodies.far, role: "RTD" }]);
    const states = async () => {
      const [found] = (await grid(far, world.bodies.far, 2090)).objectives;
      return [found!.state, ...found!.indicators.map(({ state }) => state)];
    };
    expect(await states()).toEqual(["NOT_MEASURED", "NOT_MEASURED", "NOT_MEASURED"]);
    const read = (indicatorId: string, round: number, value: number) =>
      makeMeasurement(database, {
        ...{ indicatorId, round, value, year: 2090 },
        bodyId: world.bodies.far,
        byUserId: far.id,
      });
    await read(up, 1, 60);
    expect(await states()).toEqual(["ON_TRACK", "ON_TRACK", "NOT_MEASURED"]);
    await read(down, 1, 28);
    expect(await states()).toEqual(["LATE", "ON_TRACK", "LATE"]);
    await read(down, 2, 10);
    expect(await states()).toEqual(["ON_TRACK", "ON_TRACK", "ON_TRACK"]);
  });
});

describe("saving", () => {
  it("writes values, notes and evidence, and audits them without their words", async () => {
    const saved = await save(editor, [
      { indicatorId: indicator, text: "12,5 %", note: "Stima", evidence: "https://esempio.it/atto" },
      { indicatorId: days, round: 2, text: "n.d.", note: "Non rilevata" },
      { indicatorId: sharedIndicator, text: "1.234" },
    ]);
    expect(saved).toEqual({ saved: 3, faults: [] });
    const [value] = await valuesOf(editor, indicator);
    expect(value).toMatchObject({
      value: 12.5,
      note: "Stima",
      evidence: "https://esempio.it/atto",
      byName: "Elena",
    });
    expect((await valuesOf(editor, days))[0]).toMatchObject({ round: 2, value: null, note: "Non rilevata" });
    expect((await valuesOf(editor, sharedIndicator))[0]).toMatchObject({ value: 1234 });
    const [event] = await served.database
      .getRepository(AuditEvent)
      .find({ where: { chain: world.bodies.alfa }, order: { place: "DESC" }, take: 1 });
    expect(event).toMatchObject({
      action: "measurement.SAVE",
      userId: editor.id,
      subject: { year: 2026, measured: 3, corrected: 0, import: null },
    });
    expect(await findAuditFault(served.database, world.bodies.alfa)).toBeNull();
  });

  it("writes all or nothing, and says what is wrong at each cell", async () => {
    const nobody = "7f3e1a52-0000-4000-8000-000000000000";
    const saved = await save(editor, [
      { indicatorId: indicator, text: "12" },
      { indicatorId: indicator, text: "13" },
      { indicatorId: indicator, round: 2, text: "molte" },
      { indicatorId: days, text: "12 ore" },
      { indicatorId: days, round: 2, text: "12", evidence: "javascript:alert(1)" },
      { indicatorId: sharedIndicator, note: "perché" },
      { indicatorId: nobody, text: "1" },
    ]);
    expect(saved.saved).toBe(0);
    expect(saved.faults.map(({ indicatorId, round, fault }) => [indicatorId, round, fault])).toEqual([
      [indicator, 1, "TWICE"],
      [indicator, 2, "NOT_A_NUMBER"],
      [days, 1, "OTHER_UNIT"],
      [days, 2, "EVIDENCE"],
      [sharedIndicator, 1, "NOTHING"],
      [nobody, 1, "UNKNOWN"],
    ]);
    expect(await stored()).toBe(0);
  });

  it("[ME10] is refused at each cell of a year that has not begun; what stands there already stays", async () => {
    const year = Number(dayInItaly(new Date()).slice(0, 4)) + 1;
    const { database } = served;
    await database.query("UPDATE plan SET first_year = $1 WHERE id = $2", [year, world.plans.alfa]);
    const there = { indicatorId: indicator, bodyId: world.bodies.alfa, round: 1, value: 5, year };
    await makeMeasurement(database, { ...there, byUserId: editor.id });
    const saved = await save(
      editor,
      [
        { indicatorId: indicator, text: "5" },
        { indicatorId: indicator, round: 2, text: "6" },
        { indicatorId: days, text: "12 ore" },
      ],
      world.bodies.alfa,
      year,
    );
    expect(saved.saved).toBe(0);
    expect(saved.faults.map(({ indicatorId, round, fault }) => [indicatorId, round, fault])).toEqual([
      [indicator, 2, "NOT_BEGUN"],
      [days, 1, "NOT_BEGUN"],
    ]);
    expect(await stored()).toBe(1);
    const { mayMeasure, objectives } = await grid(editor, world.bodies.alfa, year);
    expect([mayMeasure, ...objectives.map((one) => one.mayMeasure)]).toEqual([false, false, false]);
    await database.query("UPDATE plan SET first_year = 2026 WHERE id = $1", [world.plans.alfa]);
  });

  it("[T02] answers of another body's indicator as of one that does not exist", async () => {
    const objective = await makeObjective(served.database, world.sections.betaDraft, "Di Beta");
    const foreign = await makeIndicator(served.database, objective);
    const saved = await save(editor, [{ indicatorId: foreign, text: "1" }]);
    expect(saved.faults.map(({ fault }) => fault)).toEqual(["UNKNOWN"]);
  });

  it("is refused to who only reads, and NOT_FOUND to strangers", async () => {
    const cells = [{ indicatorId: sharedIndicator, text: "1" }];
    for (const [person, code] of [
      [auditor, "NOT_YOUR_ROLE"],
      [province, "NOT_YOUR_ROLE"],
      [neighbour, "NOT_FOUND"],
    ] as const)
      expect((await ask(served, saving, { token: person.token, ...of(cells) })).codes).toEqual([code]);
    expect(await stored()).toBe(0);
  });

  it("is refused as a whole when it is no grid", async () => {
    const refused = async (asked: object) => {
      const { errors } = await ask(served, saving, { token: editor.token, variables: asked as never });
      return errors[0]!.extensions.details;
    };
    const cell = { indicatorId: indicator, round: 1, text: "1" };
    const asked = { bodyId: world.bodies.alfa, year: 2026, cells: [cell] };
    expect(await refused({ ...asked, year: 1999 })).toMatchObject({ field: "year", fault: "OUT_OF_RANGE" });
    expect(await refused({ ...asked, cells: [{ ...cell, round: 3 }] })).toMatchObject({ field: "round" });
    expect(await refused({ ...asked, cells: Array(501).fill(cell) })).toMatchObject({
      field: "cells",
      fault: "TOO_MANY",
    });
    expect(await refused({ ...asked, cells: [{ ...cell, text: "1".repeat(101) }] })).toMatchObject({
      field: "text",
    });
  });
});

describe("two who measure the same cell", () => {
  it("the second is told who wrote what, and nothing is lost", async () => {
    const [one, other] = await Promise.all([
      save(editor, [
        { indicatorId: indicator, text: "45" },
        { indicatorId: days, text: "12" },
      ]),
      save(rtd, [
        { indicatorId: indicator, text: "50" },
        { indicatorId: sharedIndicator, text: "3" },
      ]),
    ]);
    const isEditorFirst = one.saved > 0;
    const [first, second] = isEditorFirst ? [one, other] : [other, one];
    expect(first).toEqual({ saved: 2, faults: [] });
    expect(second).toMatchObject({
      saved: 0,
      faults: [
        {
          indicatorId: indicator,
          round: 1,
          fault: "CHANGED",
          current: { value: isEditorFirst ? 45 : 50, byName: isEditorFirst ? "Elena" : "Renato" },
        },
      ],
    });
    expect(await stored()).toBe(2);
  });

  it("who has seen what the other wrote corrects it, and what stood there is kept with its writer", async () => {
    await save(editor, [{ indicatorId: indicator, text: "45", note: "Stima" }]);
    const [seen] = await valuesOf(rtd, indicator);
    expect(seen!.corrected).toBe(false);
    const stale = await save(rtd, [
      { indicatorId: indicator, text: "50", basedOn: "2026-01-01T00:00:00.000Z" },
    ]);
    expect(stale.faults[0]!.fault).toBe("CHANGED");
    expect(await save(rtd, [{ indicatorId: indicator, text: "50", basedOn: seen!.at }])).toEqual({
      saved: 1,
      faults: [],
    });
    const [now] = await valuesOf(auditor, indicator);
    expect(now).toMatchObject({ id: seen!.id, value: 50, note: "Stima", byName: "Renato", corrected: true });
    const history = `query ($id: ID!) { measurementHistory(id: $id) { value note byName at replacedAt } }`;
    const variables = { id: seen!.id };
    const { data } = await ask(served, history, { token: auditor.token, variables });
    expect(data.measurementHistory).toMatchObject([
      { value: 45, note: "Stima", byName: "Elena", at: seen!.at },
    ]);
    expect((await ask(served, history, { token: neighbour.token, variables })).codes).toEqual(["NOT_FOUND"]);
  });

  it("who want the same are both right, and it is written once", async () => {
    await save(editor, [{ indicatorId: indicator, text: "45" }]);
    expect(await save(rtd, [{ indicatorId: indicator, text: "45,0 %" }])).toEqual({ saved: 0, faults: [] });
    expect((await valuesOf(editor, indicator))[0]).toMatchObject({ byName: "Elena", corrected: false });
  });
});

describe("an import", () => {
  const begin = "mutation ($bodyId: ID!, $year: Int!) { beginImport(bodyId: $bodyId, year: $year) }";
  const sending = `mutation ($importId: ID!, $cells: [ImportCellInput!]!) { sendImportCells(importId: $importId, cells: $cells) }`;
  const previewing = `query ($importId: ID!) { importPreview(importId: $importId) { cells added corrected unchanged faultCount
    changes { row round objectiveTitle indicatorName before { value byName } after isDoubtful }
    faults { indicatorId round row fault current { value byName } } } }`;
  const confirming = `mutation ($importId: ID!) { confirmImport(importId: $importId) { saved faults { row fault
    current { value byName } } } }`;
  type Sent = { row: number; indicatorId: string; round: number; text?: string; note?: string };

  async function begun(cells: readonly Sent[], year = 2026): Promise<string> {
    const person = editor;
    const { data } = await ask(served, begin, {
      token: person.token,
      variables: { bodyId: world.bodies.alfa, year },
    });
    const importId = data.beginImport;
    const sent = await ask(served, sending, { token: person.token, variables: { importId, cells } });
    expect(sent.errors).toEqual([]);
    return importId;
  }
  const preview = async (importId: string) =>
    (await ask(served, previewing, { token: editor.token, variables: { importId } })).data.importPreview;
  const confirm = async (importId: string) =>
    (await ask(served, confirming, { token: editor.token, variables: { importId } })).data.confirmImport;

  it("shows old and new of each cell before it writes anything, and writes it once", async () => {
    await save(rtd, [
      { indicatorId: indicator, text: "40" },
      { indicatorId: days, text: "12" },
    ]);
    const importId = await begun([
      { row: 2, indicatorId: indicator, round: 1, text: "0.5" },
      { row: 3, indicatorId: days, round: 1, text: "12" },
      { row: 3, indicatorId: days, round: 2, text: "" },
      { row: 4, indicatorId: sharedIndicator, round: 2, text: "7", note: "Corso" },
    ]);
    const before = await preview(importId);
    expect(before).toMatchObject({ cells: 4, added: 1, corrected: 1, unchanged: 1, faultCount: 1 });
    expect(before.changes).toMatchObject([
      { row: 2, before: { value: 40, byName: "Renato" }, after: 0.5, isDoubtful: true },
      { row: 4, before: null, after: 7, isDoubtful: false },
    ]);
    expect(await stored()).toBe(2);
    // A part that is sent again takes the place of itself.
    const again = [{ row: 3, indicatorId: days, round: 2, text: "11" }];
    await ask(served, sending, { token: editor.token, variables: { importId, cells: again } });
    expect((await preview(importId)).faultCount).toBe(0);
    expect(await confirm(importId)).toEqual({ saved: 3, faults: [] });
    expect((await valuesOf(editor, sharedIndicator))[0]).toMatchObject({ value: 7, note: "Corso" });
    const answer = await ask(served, confirming, { token: editor.token, variables: { importId } });
    expect(answer.codes).toEqual(["NOT_FOUND"]);
  });

  it("with one wrong cell writes nothing, and names its row", async () => {
    const importId = await begun([
      { row: 2, indicatorId: indicator, round: 1, text: "40" },
      { row: 3, indicatorId: "Sportello unico", round: 1, text: "1" },
      { row: 4, indicatorId: days, round: 1, text: "dodici" },
      { row: 9, indicatorId: indicator, round: 1, text: "41" },
    ]);
    const faults = [
      [3, "UNKNOWN"],
      [4, "NOT_A_NUMBER"],
      [9, "TWICE"],
    ];
    expect((await preview(importId)).faults.map(({ row, fault }) => [row, fault])).toEqual(faults);
    const refused = await confirm(importId);
    expect(refused.saved).toBe(0);
    expect(refused.faults.map(({ row, fault }) => [row, fault])).toEqual(faults);
    expect(await stored()).toBe(0);
  });

  it("[ME10] into a year that has not begun is refused at each cell, before it is confirmed and then too", async () => {
    const year = Number(dayInItaly(new Date()).slice(0, 4)) + 1;
    const plan = [world.plans.alfa];
    await served.database.query(`UPDATE plan SET first_year = ${year} WHERE id = $1`, plan);
    const importId = await begun([{ row: 2, indicatorId: indicator, round: 1, text: "40" }], year);
    const faults = [{ row: 2, fault: "NOT_BEGUN" }];
    expect(await preview(importId)).toMatchObject({ added: 0, faultCount: 1, faults });
    expect(await confirm(importId)).toMatchObject({ saved: 0, faults });
    expect(await stored()).toBe(0);
    await served.database.query("UPDATE plan SET first_year = 2026 WHERE id = $1", plan);
  });

  it("does not overwrite what somebody has measured since it arrived", async () => {
    const importId = await begun([{ row: 2, indicatorId: indicator, round: 1, text: "40" }]);
    expect((await preview(importId)).added).toBe(1);
    await save(rtd, [{ indicatorId: indicator, text: "50" }]);
    expect((await confirm(importId)).faults).toMatchObject([
      { row: 2, fault: "CHANGED", current: { value: 50, byName: "Renato" } },
    ]);
    expect((await valuesOf(editor, indicator))[0]!.value).toBe(50);
  });

  it("is of who began it, ends with their right to measure, and gives way to their next", async () => {
    const importId = await begun([{ row: 2, indicatorId: indicator, round: 1, text: "40" }]);
    for (const query of [previewing, confirming])
      expect((await ask(served, query, { token: rtd.token, variables: { importId } })).codes).toEqual([
        "NOT_FOUND",
      ]);
    const memberships = served.database.getRepository(Membership);
    const held = await memberships.findOneByOrFail({ userId: editor.id });
    await memberships.delete(held.id);
    const answer = await ask(served, confirming, { token: editor.token, variables: { importId } });
    expect(answer.codes).toEqual(["NOT_FOUND"]);
    await memberships.save(held);
    expect(await stored()).toBe(0);
    const next = await begun([]);
    expect(next).not.toBe(importId);
    expect((await ask(served, previewing, { token: editor.token, variables: { importId } })).codes).toEqual([
      "NOT_FOUND",
    ]);
  });
});

it("what was measured stays when its block is gone from the text, and comes back with it", async () => {
  await makeMeasurement(served.database, {
    indicatorId: indicator,
    bodyId: world.bodies.alfa,
    round: 1,
    value: 5,
    byUserId: editor.id,
  });
  await served.database.query("UPDATE objective SET removed_at = now() WHERE id = $1", [own]);
  expect((await grid(editor)).objectives.map(({ title }) => title)).toEqual(["Competenze digitali"]);
  expect((await save(editor, [{ indicatorId: indicator, text: "1" }])).faults[0]!.fault).toBe("UNKNOWN");
  await served.database.query("UPDATE objective SET removed_at = NULL WHERE id = $1", [own]);
  expect((await valuesOf(editor, indicator))[0]!.value).toBe(5);
});
