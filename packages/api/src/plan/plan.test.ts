import { Plan } from "@upiao/db";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../../test/ask.ts";
import type { Data, OutlineLine } from "../../test/data.ts";
import { makePerson, type TestPerson } from "../../test/people.ts";
import { type Served, serve } from "../../test/served.ts";
import { makeSection, makeWorld, type World } from "../../test/world.ts";

const fields =
  "id firstYear lastYear form state placement dup body { name } outline { number title depth required sections { title } }";
const mine = `{ myPlans { ${fields} } }`;
const one = `query ($id: ID!) { plan(id: $id) { ${fields} } }`;

let served: Served;
let world: World;
let editor: TestPerson;

beforeAll(async () => {
  served = await serve();
  world = await makeWorld(served.database);
  await makeSection(served.database, "alfaAddendum", { planId: world.plans.alfa, code: "INTEGRAZIONE" });
  editor = await makePerson(served.database, "Edo Alfa", [{ bodyId: world.bodies.alfa, role: "EDITOR" }]);
});

afterAll(() => served.close());

/** The lines of a plan in which something is written. */
function written(outline: readonly OutlineLine[]): Record<string, string[]> {
  const full = outline.filter((line) => line.sections.length > 0);
  return Object.fromEntries(
    full.map((line) => [line.number, line.sections.map(({ title }) => title.slice(8, -1))]),
  );
}

async function read(person: TestPerson, id: string) {
  return ask(served, one, { token: person.token, variables: { id } });
}

describe("my plans", () => {
  it("have the PIAO's outline, with the shared section at its placement and the addendum after it", async () => {
    const { data } = await ask(served, mine, { token: editor.token });
    expect(data.myPlans).toMatchObject([
      {
        body: { name: "Alfa sul Serchio" },
        firstYear: 2026,
        lastYear: 2028,
        form: "FULL",
        placement: "LUCCA",
      },
    ]);
    const { outline } = data.myPlans[0]!;
    expect(outline.map((line: OutlineLine) => line.number)).toEqual(
      expect.arrayContaining(["1", "2", "2.1", "2.2", "2.3", "3", "3.1", "3.2", "3.3", "4"]),
    );
    const strategy = outline.find((line: OutlineLine) => line.title === "Strategia di digitalizzazione");
    expect(strategy).toMatchObject({ depth: 1 });
    expect(written(outline)).toEqual({
      "2.1": ["alfaDraft"],
      "2.2": ["alfaSubmitted"],
      [strategy!.number]: ["shared", "alfaAddendum"],
    });
  });

  it("have the shared section where the body places it", async () => {
    const plans = served.database.getRepository(Plan);
    await plans.update(world.plans.alfa, { placement: "TERNI" });
    const { data } = await read(editor, world.plans.alfa);
    const line = data.plan.outline.find((each: OutlineLine) =>
      each.sections.some(({ title }) => title === "Segreto shared."),
    );
    expect(line?.number).toMatch(/^3\./);
    await plans.update(world.plans.alfa, { placement: "ROMA_CAPITALE", placementNumber: "2.5" });
    expect(written((await read(editor, world.plans.alfa)).data.plan.outline)["2.5"]).toEqual([
      "shared",
      "alfaAddendum",
    ]);
    await plans.update(world.plans.alfa, { placement: "LUCCA", placementNumber: null });
  });

  it("are placed by who writes them, and by nobody else; no other line moves, and a taken number is refused", async () => {
    const place = (person: TestPerson, placement: string, number: string | null) =>
      ask(
        served,
        `mutation ($id: ID!, $placement: Placement!, $number: String) {
          setPlacement(planId: $id, placement: $placement, number: $number) { ${fields} } }`,
        { token: person.token, variables: { id: world.plans.alfa, placement, number } },
      );
    const before = (await read(editor, world.plans.alfa)).data.plan.outline;
    const heard: string[] = [];
    const end = served.bus.subscribe("review", ({ sectionId }) => void heard.push(sectionId));
    const { data } = await place(editor, "TERNI", "3.7");
    end();
    // Whoever has one of its texts open sees the numbers change.
    expect(heard).toEqual(
      expect.arrayContaining([world.sections.shared, world.sections.alfaDraft, world.sections.alfaSubmitted]),
    );
    const { outline } = data.setPlacement;
    expect(written(outline)["3.7"]).toEqual(["shared", "alfaAddendum"]);
    const others = (lines: readonly OutlineLine[]) =>
      lines.map(({ number }) => number).filter((number) => number !== "3.7" && number !== "2.4");
    expect(others(outline)).toEqual(others(before));
    for (const [placement, number] of [
      ["TERNI", "3.1"],
      ["TERNI", "2.9"],
      ["LUCCA", "2.x"],
    ] as const) {
      expect((await place(editor, placement, number)).codes).toEqual(["BAD_INPUT"]);
    }
    const secretary = await makePerson(served.database, "Sara Alfa", [
      { bodyId: world.bodies.alfa, role: "SECRETARY" },
    ]);
    expect((await place(secretary, "LUCCA", null)).codes).toEqual(["NOT_YOUR_ROLE"]);
    await served.database.getRepository(Plan).update(world.plans.alfa, { state: "VALIDATED" });
    expect((await place(editor, "LUCCA", null)).codes).toEqual(["NOT_IN_THIS_STATE"]);
    await served.database.getRepository(Plan).update(world.plans.alfa, { state: "DRAFT" });
    expect((await place(editor, "LUCCA", null)).codes).toEqual([]);
  });

  it("have the same outline for an administrator, with nothing in it", async () => {
    const admin = await makePerson(served.database, "Ada Alfa", [
      { bodyId: world.bodies.alfa, role: "ADMIN" },
    ]);
    const [theirs, others] = await Promise.all(
      [admin, editor].map((person) => ask(served, mine, { token: person.token })),
    );
    const lines = (data: Data) => data.myPlans[0]!.outline.map((line) => line.number);
    expect(lines(theirs!.data)).toEqual(lines(others!.data));
    expect(written(theirs!.data.myPlans[0]!.outline)).toEqual({});
  });

  it("have only the shared sections of their own years", async () => {
    const { data } = await read(editor, world.plans.alfa);
    expect(JSON.stringify(data)).not.toMatch(/sharedAdopted/);
  });
});

describe("a Comune's plan", () => {
  it("shows its reviewer what was handed in, beside what they share", async () => {
    const posts = [{ bodyId: world.bodies.lead, role: "REVIEWER" }] as const;
    const reviewer = await makePerson(served.database, "Rea Provincia", posts);
    expect(
      Object.values(written((await read(reviewer, world.plans.alfa)).data.plan.outline))
        .flat()
        .sort(),
    ).toEqual(["alfaSubmitted", "shared"]);
    expect((await read(reviewer, world.plans.beta)).codes).toEqual(["NOT_FOUND"]);
  });

  it("is not shown to the Province's editors, though they share a section that stands in it", async () => {
    const colleague = await makePerson(served.database, "Edo Provincia", [
      { bodyId: world.bodies.lead, role: "EDITOR" },
    ]);
    expect((await read(colleague, world.plans.alfa)).codes).toEqual(["NOT_FOUND"]);
  });

  it("of a body that has left keeps the shared section that was adopted before, in its years", async () => {
    const plans = served.database.getRepository(Plan);
    const past = { firstYear: 2023, form: "FULL", placement: "LUCCA", bodyId: world.bodies.gone } as const;
    const { id } = await plans.save({ ...past });
    const person = await makePerson(served.database, "Edo Gone", [
      { bodyId: world.bodies.gone, role: "EDITOR" },
    ]);
    expect(Object.values(written((await read(person, id)).data.plan.outline))).toEqual([["sharedAdopted"]]);
    expect(Object.values(written((await read(person, world.plans.gone)).data.plan.outline))).toEqual([
      ["goneDraft"],
    ]);
  });
});
