import { strategyEditions } from "@upiao/catalog";
import {
  Adhesion,
  CarriedObjective,
  HubService,
  Indicator,
  loadStrategy,
  Measurement,
  Objective,
  Plan,
  Section,
} from "@upiao/db";
import {
  countedProgress,
  type Direction,
  dayInItaly,
  isYearOver,
  meanOf,
  stateOfObjective,
  sumOver,
  targetTowards,
  units,
} from "@upiao/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../../test/ask.ts";
import type { BodyOverviewData, TerritoryData } from "../../test/data.ts";
import { nextEdition } from "../../test/next-edition.ts";
import { makePerson, type TestPerson } from "../../test/people.ts";
import { type Served, serve } from "../../test/served.ts";
import { addReading, makeIndicator, makeObjective } from "../../test/territory-rows.ts";
import { makeBody, makePlan, makeSection, makeWorld, type World } from "../../test/world.ts";

let served: Served;
let world: World;
let reviewer: TestPerson;
let editor: TestPerson;
/** Whose name the measurements are in. */
let byUserId: string;

beforeAll(async () => {
  served = await serve();
  await loadStrategy(served.database, [strategyEditions()[0]!]);
  world = await makeWorld(served.database);
  const { lead, alfa } = world.bodies;
  reviewer = await makePerson(served.database, "Rita Lead", [{ bodyId: lead, role: "REVIEWER" }]);
  editor = await makePerson(served.database, "Edo Alfa", [{ bodyId: alfa, role: "EDITOR" }]);
  byUserId = reviewer.id;
});

afterAll(() => served.close());

const rowFields = `body { name } planState planFirstYear indicators measured notAvailable progress heat
  objectives { onTrack late missed notMeasured } trend { year progress measured }`;
const overviewFields = `name bodies notSent measuredBodies progress trend { year progress measured }
  objectives { onTrack late missed notMeasured } distribution { heat count } coverage { code bodies }
  sums { code title unit direction way value measured of bodies }
  services { code adhesions { state body { name } } } rows { ${rowFields} }`;

async function territory(person: TestPerson, year = 2026): Promise<TerritoryData> {
  const query = `query ($id: ID!, $year: Int!) { territoryOverview(officeId: $id, year: $year) { ${overviewFields} } }`;
  const answer = await ask(served, query, { token: person.token, variables: { id: world.officeId, year } });
  expect(answer.codes).toEqual([]);
  return answer.data.territoryOverview;
}

async function overview(person: TestPerson, bodyId: string, year = 2026) {
  const query = `query ($id: ID!, $year: Int!) { bodyOverview(bodyId: $id, year: $year) { row { ${rowFields} }
    objectives { title standing isLeads section { title } indicators { name progress standing years { year target value isRead } } } } }`;
  const answer = await ask(served, query, { token: person.token, variables: { id: bodyId, year } });
  return { codes: answer.codes, body: answer.body, data: answer.data?.bodyOverview as BodyOverviewData };
}

const rowOf = (data: TerritoryData, name: string) => data.rows.find(({ body }) => body.name === name)!;

async function forget(): Promise<void> {
  for (const entity of [Measurement, Indicator, Objective])
    await served.database.createQueryBuilder().delete().from(entity).execute();
}

describe("the services of the hub", () => {
  it("[TE6] [T04] are shown with the bodies of the territory that take them, as the register may be read", async () => {
    const { lead, alfa, beta, gone, far } = world.bodies;
    const [services, adhesions] = [
      served.database.getRepository(HubService),
      served.database.getRepository(Adhesion),
    ];
    const words = { title: "Acquisti", description: "", kind: "PROCUREMENT" as const };
    const service = await services.save({ ...words, bodyId: lead, code: "PROVA" });
    await services.save({ ...words, bodyId: far, code: "ALTRUI" });
    const term = { serviceId: service.id, act: "delibera 1", fromDay: "2023-02-01" };
    await adhesions.save([
      { ...term, bodyId: alfa, untilDay: "2024-06-30" },
      { serviceId: service.id, bodyId: beta, act: null, fromDay: null, untilDay: null },
      // A body that is not of the office any more.
      { ...term, bodyId: gone, untilDay: null },
    ]);
    const states = async (year: number) => {
      const { services } = await territory(reviewer, year);
      return services.map(({ code, adhesions }) => [
        code,
        ...adhesions.map(({ body, state }) => `${body.name} ${state}`),
      ]);
    };
    const asked = "Beta a Mare REQUESTED";
    // Years that are over, each as it stood at its end.
    expect(await states(2022)).toEqual([["PROVA", "Alfa sul Serchio COMING", asked]]);
    expect(await states(2024)).toEqual([["PROVA", "Alfa sul Serchio ENDED", asked]]);
    await adhesions.update({ bodyId: alfa }, { untilDay: null });
    expect(await states(2024)).toEqual([["PROVA", "Alfa sul Serchio IN_FORCE", asked]]);
  });
});

describe("the territory of an office", () => {
  it("has a line for each of its bodies, and says nothing of what was not sent", async () => {
    const data = await territory(reviewer);
    expect(data.rows.map(({ body }) => body.name)).toEqual(["Alfa sul Serchio", "Beta a Mare"]);
    expect(data).toMatchObject({
      name: "Ufficio di Prova",
      bodies: 2,
      notSent: 1,
      measuredBodies: 0,
      progress: null,
    });
    expect(rowOf(data, "Alfa sul Serchio")).toMatchObject({ planState: "DRAFT", planFirstYear: 2026 });
    expect(rowOf(data, "Beta a Mare")).toMatchObject({
      planState: null,
      planFirstYear: null,
      heat: "NOT_MEASURED",
    });
    expect(data.distribution.find(({ heat }) => heat === "NOT_MEASURED")).toMatchObject({ count: 2 });
  });

  it("has the same line for a body whose draft was not sent and for one that has no plan", async () => {
    const before = rowOf(await territory(reviewer), "Beta a Mare");
    await served.database
      .getRepository(Section)
      .update(world.sections.betaDraft, { planId: world.plans.far });
    await served.database.getRepository(Plan).delete(world.plans.beta);
    expect(rowOf(await territory(reviewer), "Beta a Mare")).toEqual(before);
    world.plans.beta = await makePlan(served.database, world.bodies.beta, "Segreto piano beta");
    await served.database
      .getRepository(Section)
      .update(world.sections.betaDraft, { planId: world.plans.beta });
  });

  it("[T04] counts nothing of a draft that was not sent, nor of a foreign one, in any figure", async () => {
    const before = await territory(reviewer);
    const measured = async (sectionId: string, key: string, bodyId: string) => {
      const objectiveId = await makeObjective(served.database, sectionId, key, { items: ["RA1.1.1"] });
      const parts = { sectionId, objectiveId, key, targets: { 2026: 10 } };
      const indicatorId = await makeIndicator(served.database, parts);
      await addReading(served.database, { indicatorId, bodyId, year: 2026, value: 10, byUserId });
    };
    const { alfa, beta, gone, far } = world.bodies;
    await measured(world.sections.alfaDraft, "alfaDraft", alfa);
    await measured(world.sections.betaDraft, "betaDraft", beta);
    await measured(world.sections.goneDraft, "goneDraft", gone);
    await measured(world.sections.farDraft, "farDraft", far);
    // A body that measured somebody else's indicator, as a program might.
    await measured(world.sections.farDraft, "farDraft measured by alfa", alfa);
    const after = await territory(reviewer);
    expect(after).toEqual(before);
    for (const bodyId of [alfa, beta]) {
      const { codes, body } = await overview(reviewer, bodyId);
      expect(codes).toEqual([]);
      expect(body).not.toContain("Segreto");
    }
    // Once it is sent, it counts.
    await served.database.getRepository(Section).update(world.sections.betaDraft, { state: "SUBMITTED" });
    const sent = await territory(reviewer);
    expect(rowOf(sent, "Beta a Mare")).toMatchObject({
      planState: "DRAFT",
      progress: 1,
      measured: 1,
      heat: "REACHED",
    });
    expect(sent.coverage.find(({ code }) => code === "RA1.1.1")).toEqual({ code: "RA1.1.1", bodies: 1 });
    expect(sent.coverage.find(({ code }) => code === "RA1.1.2")).toEqual({ code: "RA1.1.2", bodies: 0 });
    await served.database.getRepository(Section).update(world.sections.betaDraft, { state: "DRAFT" });
    await forget();
  });

  it("counts what is published also for who may not read the drafts", async () => {
    const sectionId = world.sections.betaDraft;
    const objectiveId = await makeObjective(served.database, sectionId, "beta");
    await makeIndicator(served.database, { sectionId, objectiveId, key: "beta", targets: { 2026: 10 } });
    const { lead, far } = world.bodies;
    const secretary = await makePerson(served.database, "Sara Lead", [{ bodyId: lead, role: "SECRETARY" }]);
    const stranger = await makePerson(served.database, "Fabio Far", [{ bodyId: far, role: "EDITOR" }]);
    const set = (state: "DRAFT" | "SUBMITTED" | "PUBLISHED") =>
      served.database.getRepository(Section).update(sectionId, { state });
    await set("SUBMITTED");
    expect(rowOf(await territory(secretary), "Beta a Mare").indicators).toBe(0);
    expect((await overview(stranger, world.bodies.beta)).codes).toEqual(["NOT_FOUND"]);
    await set("PUBLISHED");
    expect(rowOf(await territory(secretary), "Beta a Mare").indicators).toBe(1);
    expect((await overview(stranger, world.bodies.beta)).data.objectives).toHaveLength(1);
    await set("DRAFT");
    await forget();
  });

  it("is a shared objective's for each body that measures it, and each body's figures are its own", async () => {
    const sectionId = world.sections.shared;
    const objectiveId = await makeObjective(served.database, sectionId, "comune", { items: ["RA1.1.1"] });
    const indicatorId = await makeIndicator(served.database, {
      sectionId,
      objectiveId,
      key: "c",
      targets: { 2026: 100 },
    });
    const { alfa, beta, lead } = world.bodies;
    await addReading(served.database, { indicatorId, bodyId: alfa, year: 2026, value: 80, byUserId });
    await addReading(served.database, { indicatorId, bodyId: beta, year: 2026, value: 40, byUserId });
    await addReading(served.database, { indicatorId, bodyId: lead, year: 2026, value: 7, byUserId });
    const data = await territory(reviewer);
    expect(data.rows.map(({ progress }) => progress)).toEqual([0.8, 0.4]);
    expect(data.progress).toBeCloseTo(0.6);
    expect(data.coverage.find(({ code }) => code === "RA1.1.1")?.bodies).toBe(2);
    expect((await overview(editor, alfa)).data.row.progress).toBe(0.8);
    expect((await overview(editor, beta)).codes).toEqual(["NOT_FOUND"]);
    expect((await overview(reviewer, beta)).data.row.progress).toBe(0.4);
    await forget();
  });

  it("[ME11] is once the lead body's where it alone measures, and lacks to none of the others", async () => {
    const sectionId = world.sections.shared;
    const objectiveId = await makeObjective(served.database, sectionId, "capofila", { items: ["RA1.1.1"] });
    const parts = { sectionId, objectiveId, targets: { 2026: 10 }, unit: "NUMBER" as const };
    const indicatorId = await makeIndicator(served.database, { ...parts, key: "l", measuredBy: "LEAD" });
    const { alfa, lead } = world.bodies;
    const read = { indicatorId, year: 2026, byUserId };
    await addReading(served.database, { ...read, bodyId: lead, value: 7 });
    // Of before it was the lead body's.
    await addReading(served.database, { ...read, bodyId: alfa, value: 100 });
    const none = { onTrack: 0, late: 0, missed: 0, notMeasured: 0 };
    const data = await territory(reviewer);
    expect(data.rows.map(({ indicators, objectives }) => [indicators, objectives])).toEqual([
      [0, none],
      [0, none],
    ]);
    expect(data.sums).toMatchObject([{ code: "RA1.1.1", value: 7, of: 1, measured: 1, bodies: 1 }]);
    expect(data.coverage.find(({ code }) => code === "RA1.1.1")?.bodies).toBe(2);
    expect((await overview(editor, alfa)).data.objectives).toMatchObject([{ isLeads: true, indicators: [] }]);
    const own = (await overview(reviewer, lead)).data.objectives;
    expect(own).toMatchObject([{ isLeads: false, indicators: [{ name: "Segreto l." }] }]);
    await forget();
  });

  it.each([
    ["nothing", "territoryOverview(year: 2026)"],
    ["a year before all plans", `territoryOverview(officeId: "x", year: 1999)`],
    ["a year before all plans", `bodyOverview(bodyId: "x", year: 999999)`],
  ])("is refused in words when %s is asked for", async (_what, field) => {
    const { codes } = await ask(served, `{ ${field} { year } }`, { token: reviewer.token });
    expect(codes).toEqual(["BAD_INPUT"]);
  });
});

describe("the territory of a Province", () => {
  it("is its Comuni, with what is published and what was submitted to it", async () => {
    const { database } = served;
    const { lead, far, alfa } = world.bodies;
    await database.query("UPDATE body SET province_sign = 'PR' WHERE id = ANY ($1)", [[lead, far, alfa]]);
    const ask2026 = async () => {
      const query = `query ($id: ID!) { territoryOverview(provinceId: $id, year: 2026) { ${overviewFields} } }`;
      const { data } = await ask(served, query, { token: reviewer.token, variables: { id: lead } });
      return data.territoryOverview;
    };
    expect((await ask2026()).rows.map(({ body, planState }) => [body.name, planState])).toEqual([
      ["Alfa sul Serchio", "DRAFT"],
      ["Lontano", null],
    ]);
    await database.getRepository(Plan).update(world.plans.far, { reviewerBodyId: lead });
    await database.getRepository(Section).update(world.sections.farDraft, { state: "SUBMITTED" });
    expect(rowOf(await ask2026(), "Lontano").planState).toBe("DRAFT");
    await database.getRepository(Plan).update(world.plans.far, { reviewerBodyId: null });
    await database.getRepository(Section).update(world.sections.farDraft, { state: "DRAFT" });
  });
});

describe("the figures that the database makes", () => {
  /** Numbers that meet: at the target, at the baseline, none, nought, behind. */
  const numbers = [null, 0, 1, 5, 10, 10, 20, -3] as const;
  let state = 11;
  const pick = <Item>(items: readonly Item[]): Item => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return items[Math.floor((state / 2 ** 32) * items.length)]!;
  };

  it.each([2024, 2026])("are those of the rules, for whatever was written and read in %s", async (year) => {
    const { database } = served;
    const isOver = isYearOver(year, dayInItaly(new Date()));
    const bodyId = await makeBody(database, `Casi ${year}`);
    const planId = await makePlan(database, bodyId);
    await database.getRepository(Plan).update(planId, { firstYear: year });
    const person = await makePerson(database, `Casi ${year}`, [{ bodyId, role: "EDITOR" }]);
    const sectionId = await makeSection(database, "casi", { planId, code: "2.2", firstYear: year });
    const standings: string[] = [];
    const progresses: (number | null)[] = [];
    let notAvailable = 0;
    for (let number = 0; number < 40; number++) {
      const objectiveId = await makeObjective(database, sectionId, `o${number}`);
      const indicators = [];
      for (let place = 0; place < 3; place++) {
        const direction = pick<Direction>(["UP", "DOWN"]);
        const baseline = pick(numbers);
        const targets = [year, year + 1].flatMap((of) => {
          const value = pick(numbers);
          return value === null ? [] : [{ year: of, value }];
        });
        const key = `${number}.${place}`;
        const asRecord = Object.fromEntries(targets.map((target) => [target.year, target.value]));
        const indicatorId = await makeIndicator(database, {
          sectionId,
          objectiveId,
          key,
          direction,
          baseline,
          targets: asRecord,
        });
        const readings = pick([[], [1], [2], [1, 2]]).map((round) => ({ round, value: pick(numbers) }));
        for (const reading of readings)
          await addReading(database, { indicatorId, bodyId, year, byUserId, ...reading });
        const last = readings.at(-1);
        const value = last?.value ?? null;
        if (last && value === null) notAvailable++;
        const ofYear = targets.find((target) => target.year === year)?.value ?? null;
        const measured = { direction, baseline, value, isYearOver: isOver };
        indicators.push({ ...measured, target: ofYear });
        progresses.push(countedProgress({ ...measured, target: targetTowards(year, targets) }));
      }
      standings.push(stateOfObjective(indicators));
    }
    const { data } = await overview(person, bodyId, year);
    const count = (standing: string) => standings.filter((one) => one === standing).length;
    const mean = meanOf(progresses);
    expect(data.row).toMatchObject({
      indicators: 120,
      measured: mean.measured,
      notAvailable,
      progress: expect.closeTo(mean.value!, 9),
      objectives: {
        onTrack: count("ON_TRACK"),
        late: count("LATE"),
        missed: count("MISSED"),
        notMeasured: count("NOT_MEASURED"),
      },
    });
    expect(new Set(standings).size).toBeGreaterThan(2);
    // And each line by itself.
    expect(data.objectives.map(({ standing }) => standing).sort()).toEqual(standings.sort());
    const shown = data.objectives.flatMap(({ indicators }) => indicators.map(({ progress }) => progress));
    expect(shown.map(String).sort()).toEqual(progresses.map(String).sort());
  });

  it("sum what bodies measure of one item in each unit as the rules do", async () => {
    const { database } = served;
    const sectionId = world.sections.shared;
    const objectiveId = await makeObjective(database, sectionId, "somme", { items: ["RA2.1.1", "RA2.1.2"] });
    const { alfa, beta } = world.bodies;
    const values = { alfa: [0, 3.5, null, 12, 1, 1], beta: [20, 1, 7, null, 0, 1] };
    for (const [place, unit] of units.entries()) {
      const indicatorId = await makeIndicator(database, { sectionId, objectiveId, key: unit, unit });
      await addReading(database, {
        indicatorId,
        bodyId: alfa,
        year: 2026,
        value: values.alfa[place]!,
        byUserId,
      });
      await addReading(database, {
        indicatorId,
        bodyId: beta,
        year: 2026,
        value: values.beta[place]!,
        byUserId,
      });
    }
    const { sums } = await territory(reviewer);
    // The other is a code that no edition has.
    const titles: Record<string, string | undefined> = {
      "RA2.1.1": "Diffusione del processo di certificazione delle piattaforme di approvvigionamento digitale",
    };
    const expected = ["RA2.1.1", "RA2.1.2"].flatMap((code) =>
      units.map((unit, place) => {
        const both = [values.alfa[place]!, values.beta[place]!];
        const bodies = both.filter((value) => value !== null).length;
        const title = titles[code] ?? null;
        return { code, title, unit, direction: "UP", ...sumOver(unit, both), bodies };
      }),
    );
    const inOrder = (rows: readonly object[]) =>
      rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
    expect(inOrder(sums)).toEqual(inOrder(expected));
    await forget();
  });

  it("follow the same indicators over three years, towards the next target where a year has none", async () => {
    const sectionId = world.sections.shared;
    const { database } = served;
    const { alfa: bodyId } = world.bodies;
    const objectiveId = await makeObjective(database, sectionId, "anni");
    const parts = { sectionId, objectiveId, key: "anni", baseline: 20, targets: { 2026: 60, 2027: 100 } };
    const indicatorId = await makeIndicator(database, parts);
    for (const [year, value] of [
      [2024, 30],
      [2025, 40],
      [2026, 50],
    ] as const)
      await addReading(database, { indicatorId, bodyId, year, value, byUserId });
    const alfa = rowOf(await territory(reviewer), "Alfa sul Serchio");
    expect(alfa.trend).toEqual([
      { year: 2024, progress: 0.25, measured: 1 },
      { year: 2025, progress: 0.5, measured: 1 },
      { year: 2026, progress: 0.75, measured: 1 },
    ]);
    const { data } = await overview(editor, bodyId);
    expect(data.objectives[0]?.indicators[0]?.years).toEqual([
      { year: 2024, target: null, value: 30, isRead: true },
      { year: 2025, target: null, value: 40, isRead: true },
      { year: 2026, target: 60, value: 50, isRead: true },
      { year: 2027, target: 100, value: null, isRead: false },
    ]);
    await forget();
  });

  it("follow whatever changes, also what is committed while somebody looks", async () => {
    const { database } = served;
    const sectionId = world.sections.shared;
    const objectiveId = await makeObjective(database, sectionId, "segue", { items: ["RA1.1.1"] });
    const parts = { sectionId, objectiveId, key: "segue", targets: { 2026: 100 } };
    const indicatorId = await makeIndicator(database, parts);
    const { alfa: bodyId } = world.bodies;
    await addReading(database, { indicatorId, bodyId, year: 2026, value: 10, byUserId });
    const alfa = async () => rowOf(await territory(reviewer), "Alfa sul Serchio");
    expect((await alfa()).progress).toBe(0.1);
    await database.getRepository(Measurement).update({ indicatorId }, { value: 20 });
    expect((await alfa()).progress).toBe(0.2);
    await database.query("UPDATE target SET value = 40 WHERE indicator_id = $1", [indicatorId]);
    expect((await alfa()).progress).toBe(0.5);
    await database.getRepository(Indicator).update(indicatorId, { baseline: 30 });
    expect((await alfa()).progress).toBe(0);
    await database.getRepository(Objective).update(objectiveId, { items: ["RA1.1.2"] });
    const covered = (await territory(reviewer)).coverage.filter(({ bodies }) => bodies > 0);
    expect(covered).toEqual([{ code: "RA1.1.2", bodies: 2 }]);
    // A line of action covers the results that it serves, as in a plan's own coverage.
    await database.getRepository(Objective).update(objectiveId, { items: ["CAP1.PA.11"] });
    const byLine = (await territory(reviewer)).coverage.filter(({ bodies }) => bodies > 0);
    expect(byLine.map(({ code }) => code)).toEqual(["RA1.3.2", "RA1.3.3"]);
    await database.transaction(async (tx) => {
      await tx.getRepository(Measurement).update({ indicatorId }, { value: 40 });
      expect((await alfa()).progress).toBe(0);
    });
    expect((await alfa()).progress).toBe(1);
    await database.getRepository(Measurement).delete({ indicatorId });
    expect(await alfa()).toMatchObject({ progress: null, indicators: 1 });
    await forget();
  });

  it("[TE7] of plans that are written against different editions each code means what its own edition says", async () => {
    const { database } = served;
    const { alfa, beta } = world.bodies;
    await loadStrategy(database, [nextEdition("2027-2029")]);
    await database.getRepository(Plan).update({ bodyId: alfa }, { strategyEdition: "2024-2026" });
    await database.getRepository(Plan).update({ bodyId: beta }, { strategyEdition: "2027-2029" });
    const sectionId = world.sections.shared;
    const objectiveId = await makeObjective(database, sectionId, "edizioni", { items: ["RA1.1.1"] });
    const indicatorId = await makeIndicator(database, { sectionId, objectiveId, key: "e", unit: "NUMBER" });
    for (const [bodyId, value] of [
      [alfa, 1],
      [beta, 10],
    ] as const)
      await addReading(database, { indicatorId, bodyId, year: 2026, value, byUserId });
    const of = async (...items: string[]) => {
      await database.getRepository(Objective).update(objectiveId, { items });
      const { coverage, sums } = await territory(reviewer);
      const covered = coverage.filter(({ bodies }) => bodies > 0).map(({ code, bodies }) => [code, bodies]);
      return [covered, sums.map(({ code, value }) => [code, value])];
    };
    expect(await of("RA1.1.1")).toEqual([[["RA1.1.1", 2]], [["RA1.1.1", 11]]]);
    // Another thing by now, for whose plan is written against the older one.
    const told = [
      ["RA5.1.1", 10],
      ["RA5.1.1 (2024-2026)", 1],
    ];
    expect(await of("RA5.1.1")).toEqual([[["RA5.1.1", 1]], told]);
    // The same thing under another code; the newer edition does not have this one any more.
    expect(await of("RA5.1.2")).toEqual([
      [["RA5.1.1", 1]],
      [
        ["RA5.1.1", 1],
        ["RA5.1.2", 10],
      ],
    ]);
    // Somebody has carried the shared text over: its codes are the newer edition's for all who have it.
    const carried = { sectionId, key: "edizioni", edition: "2027-2029" };
    await database.getRepository(CarriedObjective).save(carried);
    expect(await of("RA5.1.1")).toEqual([[["RA5.1.1", 2]], [["RA5.1.1", 11]]]);
    await database.getRepository(CarriedObjective).delete({ sectionId });
    await database
      .getRepository(Plan)
      .update({ strategyEdition: "2027-2029" }, { strategyEdition: "2024-2026" });
    await database.query("DELETE FROM strategy_edition WHERE code = '2027-2029'");
    await forget();
  });

  it("pass over what is no longer in the text", async () => {
    const sectionId = world.sections.shared;
    const { database } = served;
    const removedAt = new Date();
    const gone = await makeObjective(database, sectionId, "tolto", { removedAt, items: ["RA1.1.1"] });
    const goneIndicator = await makeIndicator(database, {
      sectionId,
      objectiveId: gone,
      key: "t",
      targets: { 2026: 1 },
    });
    await database.getRepository(Indicator).update(goneIndicator, { removedAt });
    await addReading(database, {
      indicatorId: goneIndicator,
      bodyId: world.bodies.alfa,
      year: 2026,
      value: 1,
      byUserId,
    });
    const data = await territory(reviewer);
    expect(rowOf(data, "Alfa sul Serchio")).toMatchObject({ indicators: 0, progress: null });
    expect(data.coverage.every(({ bodies }) => bodies === 0)).toBe(true);
    await forget();
  });
});
