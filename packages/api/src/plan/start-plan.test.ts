import { Body, Plan, Section } from "@upiao/db";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../../test/ask.ts";
import { makePerson, type TestPerson } from "../../test/people.ts";
import { type Served, serve } from "../../test/served.ts";
import { makeBody, makeSection, makeWorld, type World } from "../../test/world.ts";
import { writeObjective } from "../../test/write-objective.ts";
import { freezeVersion } from "../version/freeze-version.ts";

const start = `mutation ($bodyId: ID!, $year: Int!, $form: PlanForm!, $from: ID) {
  startPlan(bodyId: $bodyId, firstYear: $year, form: $form, fromPlanId: $from) {
    id firstYear lastYear form state placement placementNumber dup peg strategyEdition
    outline { sections { id code title state plainText objectives { key title indicators { key targets { year value } } }
      text { writers { name } } } }
  }
}`;

let served: Served;
let world: World;
let rtd: TestPerson;

beforeAll(async () => {
  served = await serve();
  world = await makeWorld(served.database);
  rtd = await makePerson(served.database, "Rita Alfa", [{ bodyId: world.bodies.alfa, role: "RTD" }]);
});

afterAll(() => served.close());

const begin = (person: TestPerson, variables: Record<string, unknown>) =>
  ask(served, start, { token: person.token, variables });

async function addable(person: TestPerson, id: string): Promise<string[]> {
  const query = "query ($id: ID!) { addableParts(planId: $id) { code } }";
  const { data } = await ask(served, query, { token: person.token, variables: { id } });
  return data.addableParts.map(({ code }) => code);
}

describe("a body's plan", () => {
  it("begins empty, with a section for each part that its form asks for", async () => {
    const bodyId = await makeBody(served.database, "Provincia Nuova", "PROVINCIA");
    const editor = await makePerson(served.database, "Edo Nuova", [{ bodyId, role: "EDITOR" }]);
    const { data, codes } = await begin(editor, { bodyId, year: 2027, form: "FULL" });
    expect(codes).toEqual([]);
    expect(data.startPlan).toMatchObject({ firstYear: 2027, lastYear: 2029, form: "FULL", state: "DRAFT" });
    const sections = sectionsOf(data.startPlan);
    expect(sections.map(({ code }) => code)).toEqual(["1", "2.1", "2.2", "2.3", "3.1", "3.2", "3.3", "4"]);
    expect(sections.every(({ plainText, state }) => plainText === "" && state === "DRAFT")).toBe(true);
    expect(await addable(editor, data.startPlan.id)).toEqual(["STRATEGIA"]);
  });

  it("is not begun for a body that has ended: its successor's are", async () => {
    const bodyId = await makeBody(served.database, "Comune Cessato");
    const editor = await makePerson(served.database, "Edo Cessato", [{ bodyId, role: "EDITOR" }]);
    await served.database.getRepository(Body).update(bodyId, { endedOn: "2026-01-01" });
    const { codes, errors } = await begin(editor, { bodyId, year: 2027, form: "FULL" });
    expect([codes, errors[0]?.extensions.details]).toEqual([["BODY_ENDED"], { day: "2026-01-01" }]);
  });

  it("begins once in its years, also when two begin it at one moment", async () => {
    const variables = { bodyId: world.bodies.alfa, year: 2030, form: "SIMPLIFIED" };
    const both = await Promise.all([begin(rtd, variables), begin(rtd, variables)]);
    expect(both.flatMap(({ codes }) => codes)).toEqual(["ALREADY_EXISTS"]);
    const found = await served.database
      .getRepository(Plan)
      .findBy({ bodyId: world.bodies.alfa, firstYear: 2030 });
    expect(found).toHaveLength(1);
    const sections = await served.database.getRepository(Section).findBy({ planId: found[0]!.id });
    expect(sections.map(({ code }) => code).sort()).toEqual([
      "1",
      "2.3",
      "3.1",
      "3.2",
      "3.3",
      "INTEGRAZIONE",
    ]);
  });

  it("is not begun by who does not write it, nor in years that no plan has", async () => {
    const secretary = await makePerson(served.database, "Sara Alfa", [
      { bodyId: world.bodies.alfa, role: "SECRETARY" },
    ]);
    const variables = { bodyId: world.bodies.alfa, year: 2031, form: "FULL" };
    expect((await begin(secretary, variables)).codes).toEqual(["NOT_YOUR_ROLE"]);
    expect((await begin(rtd, { ...variables, bodyId: world.bodies.beta })).codes).toEqual(["NOT_FOUND"]);
    expect((await begin(rtd, { ...variables, year: 1999 })).codes).toEqual(["BAD_INPUT"]);
    const plans = served.database.getRepository(Plan);
    expect(await plans.countBy({ firstYear: 2031 })).toBe(0);
  });
});

describe("last year's plan as this year's start", () => {
  it("lends each section its last frozen text, or the one that stands there, and new records to measure", async () => {
    const { database } = served;
    const before = await database.getRepository(Plan).save({
      ...{ bodyId: world.bodies.alfa, firstYear: 2024, form: "FULL" as const },
      ...{ placement: "TERNI" as const, placementNumber: "3.7", dup: "DUP 2024", peg: "PEG 2024" },
    });
    const other = await makePerson(database, "Elio Alfa", [{ bodyId: world.bodies.alfa, role: "EDITOR" }]);
    const ofBefore = { planId: before.id, firstYear: 2024 };
    const frozen = await makeSection(database, "prima", { ...ofBefore, code: "2.1" });
    const open = await makeSection(database, "aperta", { ...ofBefore, code: "2.2" });
    await makeSection(database, "vuota", { ...ofBefore, code: "4" });
    await writeObjective(database, frozen, other.id, "Adottato");
    await database.transaction((tx) =>
      freezeVersion(tx, { sectionId: frozen, kind: "FROZEN", byUserId: other.id }),
    );
    await writeObjective(database, frozen, other.id, "Dopo l’adozione");
    await writeObjective(database, open, other.id, "In corso");
    const asked = { bodyId: world.bodies.alfa, year: 2025, form: "SIMPLIFIED", from: before.id };

    const preview = await ask(
      served,
      `query ($bodyId: ID!, $year: Int!, $form: PlanForm!, $from: ID) {
        planBeginning(bodyId: $bodyId, firstYear: $year, form: $form, fromPlanId: $from) { code hasTextBefore } }`,
      { token: rtd.token, variables: asked },
    );
    const withText = preview.data.planBeginning.filter(({ hasTextBefore }) => hasTextBefore);
    expect(withText.map(({ code }) => code)).toEqual(["2.1", "2.2", "4"]);

    const { data, codes } = await begin(rtd, asked);
    expect(codes).toEqual([]);
    const plan = data.startPlan;
    expect(plan).toMatchObject({ placement: "TERNI", placementNumber: "3.7", dup: null, peg: null });
    const sections = sectionsOf(plan);
    // The parts that its form asks for, and what the plan before had beside them.
    expect(sections.map(({ code }) => code).sort()).toEqual(
      preview.data.planBeginning.map(({ code }) => code).sort(),
    );
    const text = (code: string) => sections.find((section) => section.code === code)!;
    expect(text("2.1").plainText).toMatch(/Adottato/);
    expect(text("2.1").plainText).not.toMatch(/Dopo/);
    expect(text("2.2").plainText).toMatch(/In corso/);
    expect(text("4").plainText).toBe("");
    expect(text("2.1").text.writers).toEqual([{ name: "Rita Alfa" }]);
    const keysOf = async (id: string) =>
      (
        await ask(served, `query ($id: ID!) { section(id: $id) { objectives { key indicators { key } } } }`, {
          token: rtd.token,
          variables: { id },
        })
      ).data.section.objectives.flatMap(({ key, indicators }) => [key, ...indicators.map((one) => one.key)]);
    const [old, copied] = [await keysOf(frozen), await keysOf(text("2.1").id)];
    expect(copied).toHaveLength(2);
    expect(copied.filter((key) => old.includes(key))).toEqual([]);
    // The value was expected of 2024, which is over.
    expect(text("2.1").objectives[0]!.indicators[0]!.targets).toEqual([]);
  });

  it("is of the same body, and of earlier years", async () => {
    const asked = { bodyId: world.bodies.alfa, year: 2028, form: "FULL" };
    expect((await begin(rtd, { ...asked, from: world.plans.beta })).codes).toEqual(["NOT_FOUND"]);
    expect((await begin(rtd, { ...asked, year: 2023, from: world.plans.alfa })).codes).toEqual(["BAD_INPUT"]);
    const plans = served.database.getRepository(Plan);
    expect(await plans.countBy({ bodyId: world.bodies.alfa, firstYear: 2028 })).toBe(0);
  });
});

describe("a section of a plan that is open", () => {
  const add = (person: TestPerson, code: string) =>
    ask(
      served,
      `mutation ($id: ID!, $code: String!) {
        addSection(planId: $id, code: $code) { outline { number sections { code title } } } }`,
      { token: person.token, variables: { id: world.plans.alfa, code } },
    );

  it("is added for a part that has none, and only for such a part", async () => {
    const { data } = await add(rtd, "3.2");
    const line = data.addSection.outline.find(({ number }) => number === "3.2")!;
    expect(line.sections).toEqual([{ code: "3.2", title: "Organizzazione del lavoro agile" }]);
    expect(await addable(rtd, world.plans.alfa)).toEqual(["1", "2.3", "3.1", "3.3", "4", "INTEGRAZIONE"]);
    expect((await add(rtd, "3.2")).codes).toEqual(["ALREADY_EXISTS"]);
    // A mere heading; the strategy, which the office shares; nothing at all.
    for (const code of ["2", "STRATEGIA", "9.9"]) expect((await add(rtd, code)).codes).toEqual(["BAD_INPUT"]);
  });

  it("is not added once the plan is validated, nor by who does not write it", async () => {
    const auditor = await makePerson(served.database, "Aldo Alfa", [
      { bodyId: world.bodies.alfa, role: "AUDITOR" },
    ]);
    expect((await add(auditor, "4")).codes).toEqual(["NOT_YOUR_ROLE"]);
    expect(await addable(auditor, world.plans.alfa)).toEqual([]);
    const plans = served.database.getRepository(Plan);
    await plans.update(world.plans.alfa, { state: "VALIDATED" });
    expect((await add(rtd, "4")).codes).toEqual(["NOT_IN_THIS_STATE"]);
    await plans.update(world.plans.alfa, { state: "DRAFT" });
    expect((await add(rtd, "4")).codes).toEqual([]);
  });
});

interface BegunSection {
  readonly id: string;
  readonly code: string;
  readonly state: string;
  readonly plainText: string;
  readonly text: { readonly writers: readonly { readonly name: string }[] };
  readonly objectives: readonly {
    readonly indicators: readonly { readonly targets: readonly unknown[] }[];
  }[];
}

/** Its own, without the one that its office shares. */
function sectionsOf(plan: {
  readonly outline: readonly { readonly sections: readonly unknown[] }[];
}): BegunSection[] {
  return plan.outline.flatMap(({ sections }) => sections as BegunSection[]);
}
