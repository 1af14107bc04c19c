import { Indicator, Objective, Plan, Section } from "@upiao/db";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../../test/ask.ts";
import { makePerson, type TestPerson } from "../../test/people.ts";
import { type Served, serve } from "../../test/served.ts";
import { loadTwoEditions } from "../../test/strategy-trials.ts";
import { makeWorld, type World } from "../../test/world.ts";

let served: Served;
let world: World;
let editor: TestPerson;
let reviewer: TestPerson;

beforeAll(async () => {
  served = await serve();
  await loadTwoEditions(served.database);
  world = await makeWorld(served.database);
  await served.database.query("UPDATE plan SET strategy_edition = '2024-2026'");
  editor = await makePerson(served.database, "Edo Alfa", [{ bodyId: world.bodies.alfa, role: "EDITOR" }]);
  reviewer = await makePerson(served.database, "Rea Provincia", [
    { bodyId: world.bodies.lead, role: "REVIEWER" },
  ]);
});

afterAll(() => served.close());

async function addObjective(
  sectionId: string,
  title: string,
  items: readonly string[] = [],
): Promise<string> {
  const objectives = served.database.getRepository(Objective);
  const place = (await objectives.countBy({ sectionId })) + 1;
  const objective = { sectionId, key: String(place), place, title, items: [...items] };
  return (await objectives.save(objective)).id;
}

function items(variables: object, person = editor) {
  return ask(
    served,
    `query ($edition: String, $kind: StrategyKind, $year: Int, $search: String, $first: Int, $after: String) {
      strategyItems(edition: $edition, kind: $kind, year: $year, search: $search, first: $first, after: $after) {
        edges { node { code title } } pageInfo { hasNextPage endCursor } } }`,
    { token: person.token, variables: { ...variables } },
  );
}

describe("the Piano triennale", () => {
  it("is browsed from its chapters down, and back up", async () => {
    const { data } = await ask(
      served,
      `{ strategyItem(edition: "2024-2026", code: "OB3.2") { title parent { code }
         children { code children { code } } } }`,
      { token: editor.token },
    );
    expect(data.strategyItem).toMatchObject({
      parent: { code: "CAP3" },
      children: [{ code: "RA3.2.1" }, { code: "RA3.2.2" }, { code: "RA3.2.3" }],
    });
    expect(data.strategyItem.children[1]!.children.map(({ code }) => code)).toContain("CAP3.PA.09");
  });

  it("has its newest edition first, which is the one meant where none is named", async () => {
    const query = `{ strategyEditions { code } strategyItem(code: "RA3.2.2") { edition targets { year } } }`;
    const { data } = await ask(served, query, { token: editor.token });
    expect(data.strategyEditions.map(({ code }) => code)).toEqual(["2027-2029", "2024-2026"]);
    expect(data.strategyItem).toEqual({ edition: "2027-2029", targets: [{ year: 2027 }] });
  });

  it("is read page by page in the order of its text", async () => {
    const codes: string[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 4; pages++) {
      const { data } = await items({ kind: "ACTION_LINE", first: 40, after });
      codes.push(...data.strategyItems.edges.map(({ node }) => node.code));
      after = data.strategyItems.pageInfo.endCursor;
      expect(data.strategyItems.pageInfo.hasNextPage).toBe(pages < 3);
    }
    expect(codes).toHaveLength(122);
    expect(new Set(codes).size).toBe(122);
    expect(codes.indexOf("CAP2.PA.01")).toBeLessThan(codes.indexOf("CAP10.PA.01") + 1 || 200);
  });

  it("answers the same to an edition, a code and a cursor that it does not know as to malformed ones", async () => {
    const item = (code: string) =>
      ask(served, "query ($code: String!) { strategyItem(code: $code) { code } }", {
        token: editor.token,
        variables: { code },
      });
    for (const code of ["X", "", "\u0000", "RA1.1.1'", "\ud800"])
      expect((await item(code)).codes).toEqual(["NOT_FOUND"]);
    expect((await items({ edition: "1999" })).codes).toEqual(["BAD_INPUT"]);
    for (const after of ["x", "LTE", "OTk5OTk5OTk5OTk5"])
      expect((await items({ after })).codes).toEqual(["BAD_INPUT"]);
    expect((await items({ search: "a".repeat(101) })).codes).toEqual(["BAD_INPUT"]);
    expect((await items({ first: 101 })).codes).toEqual(["BAD_INPUT"]);
  });

  it("[T30] whatever is searched is searched: no syntax of any search is one here", async () => {
    const syntax = [
      "%",
      "_",
      "\\",
      "'",
      '"',
      "&",
      "|",
      "!",
      "<->",
      ":*",
      "(",
      ")",
      "\u0000",
      "*",
      "$1",
      "--",
    ];
    const search = fc.oneof(
      fc.string({ maxLength: 40, unit: "binary" }),
      fc.array(fc.constantFrom(...syntax, "servizi", " "), { maxLength: 12 }).map((parts) => parts.join("")),
    );
    await fc.assert(
      fc.asyncProperty(search, async (text) => {
        const [found, reusable] = await Promise.all([
          items({ search: text, first: 2 }),
          ask(served, "query ($search: String!) { reusableObjectives(search: $search) { title } }", {
            token: editor.token,
            variables: { search: text },
          }),
        ]);
        expect([found.codes, reusable.codes]).toEqual([[], []]);
      }),
      { numRuns: 100 },
    );
    const { data } = await items({ search: "%" });
    // Nothing to look for is no filter, and not a pattern.
    expect(data.strategyItems.edges).toHaveLength(50);
    expect((await items({ search: "serv_zi" })).data.strategyItems.edges).toEqual([]);
  });
});

const coverage = `query ($id: ID!) { plan(id: $id) { strategyEdition }
  planCoverage(planId: $id) { total addressed chapters { chapter { code } lines { item { code } term isAddressed objectives { title } } } }
  planCarryOver(planId: $id) { code change objective { title } proposal { code } } }`;

async function coverageFor(person: TestPerson, id: string) {
  const { data } = await ask(served, coverage, { token: person.token, variables: { id } });
  return { ...data.plan, coverage: data.planCoverage, carryOver: data.planCarryOver };
}

describe("what a plan covers of it", () => {
  beforeAll(async () => {
    await addObjective(world.sections.alfaDraft, "Sito accessibile", ["RA3.2.2"]);
    await addObjective(world.sections.shared, "Obiettivi di accessibilità", ["CAP3.PA.15", "OB3.2"]);
    const { id } = await served.database.getRepository(Objective).save({
      sectionId: world.sections.alfaDraft,
      key: "gone",
      place: 9,
      title: "Tolto",
      items: ["RA4.1.1"],
    });
    await served.database.getRepository(Objective).update(id, { removedAt: new Date() });
  });

  it("is told by chapter, with the objectives that name each item, the shared section's too", async () => {
    const plan = await coverageFor(editor, world.plans.alfa);
    const lines = plan.coverage.chapters.flatMap((chapter) => chapter.lines);
    const line = (code: string) => lines.find(({ item }) => item.code === code);
    expect(plan.coverage.chapters.map(({ chapter }) => chapter.code)).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((number) => `CAP${number}`),
    );
    expect(line("RA3.2.2")).toMatchObject({ isAddressed: true, objectives: [{ title: "Sito accessibile" }] });
    expect(line("CAP3.PA.15")).toMatchObject({ term: "DUE", isAddressed: true });
    expect(line("CAP3.PA.01")).toMatchObject({ term: "OPEN", isAddressed: false, objectives: [] });
    // Taken out of the text, due before the plan, and for others.
    expect(line("RA4.1.1")!.isAddressed).toBe(false);
    for (const code of ["CAP3.PA.14", "CAP3.PA.05", "RA4.1.6"]) expect(line(code)).toBeUndefined();
    expect(plan.coverage).toMatchObject({ total: lines.length, addressed: 2 });
  });

  it("[T02] is told to a reviewer by the texts that they may read", async () => {
    const plan = await coverageFor(reviewer, world.plans.alfa);
    expect(JSON.stringify(plan)).not.toContain("Sito accessibile");
    // The shared section's line serves the result.
    expect(plan.coverage.addressed).toBe(2);
  });

  it("is asked for beside a text: in the plans of my bodies in which it stands", async () => {
    const query = "query ($id: ID!) { plansOfSection(sectionId: $id) { body { name } } }";
    const plansOf = async (person: TestPerson, id: string) =>
      (await ask(served, query, { token: person.token, variables: { id } })).data.plansOfSection;
    expect(await plansOf(editor, world.sections.shared)).toEqual([{ body: { name: "Alfa sul Serchio" } }]);
    expect(await plansOf(editor, world.sections.alfaDraft)).toEqual([{ body: { name: "Alfa sul Serchio" } }]);
    expect(await plansOf(reviewer, world.sections.shared)).toEqual([
      { body: { name: "Provincia di Prova" } },
    ]);
    expect(await plansOf(reviewer, world.sections.alfaSubmitted)).toEqual([
      { body: { name: "Alfa sul Serchio" } },
    ]);
  });
});

describe("a new edition", () => {
  it("changes nothing of a plan by itself, and shows which links it has changed", async () => {
    const plan = await coverageFor(editor, world.plans.alfa);
    expect(plan.strategyEdition).toBe("2024-2026");
    expect(plan.carryOver).toEqual([
      {
        code: "RA3.2.2",
        change: "REDATED",
        objective: { title: "Sito accessibile" },
        proposal: { code: "RA3.2.2" },
      },
    ]);
  });
});

describe("objectives to be reused", () => {
  const query = `query ($search: String!) { reusableObjectives(search: $search) {
    origin title ownerName isPublished indicators { name } } }`;
  const reusable = async (search: string, person = editor) =>
    (await ask(served, query, { token: person.token, variables: { search } })).data.reusableObjectives;
  let publishedId: string;

  beforeAll(async () => {
    const { database } = served;
    publishedId = await addObjective(world.sections.farDraft, "Più città digitali");
    const indicator = { sectionId: world.sections.farDraft, objectiveId: publishedId, key: "a", place: 1 };
    const measure = { name: "Servizi in rete", unit: "NUMBER", direction: "UP" } as const;
    await database.getRepository(Indicator).insert({ ...indicator, ...measure });
    await addObjective(world.sections.betaDraft, "Città segrete");
  });

  it("are those of the office's texts that I may read", async () => {
    const titles = (await reusable("")).map(({ title }) => title).sort();
    expect(titles).toEqual(["Obiettivi di accessibilità", "Sito accessibile"]);
    expect((await reusable("ACCESSIBILITA")).map(({ title }) => title)).toEqual([
      "Obiettivi di accessibilità",
    ]);
  });

  it("[T04] and, by their words, those of other bodies' plans once they are published, with where they come from", async () => {
    expect(await reusable("città")).toEqual([]);
    await served.database.getRepository(Section).update(world.sections.farDraft, { state: "PUBLISHED" });
    expect(await reusable("città")).toEqual([]);
    await served.database.getRepository(Plan).update(world.plans.far, { state: "PUBLISHED" });
    expect(await reusable("citta PIU")).toEqual([
      {
        origin: publishedId,
        title: "Più città digitali",
        ownerName: "Lontano",
        isPublished: true,
        indicators: [{ name: "Servizi in rete" }],
      },
    ]);
    expect((await reusable("")).map(({ title }) => title)).not.toContain("Più città digitali");
  });

  it("[T04] or by the item of the Piano triennale that they name, without words", async () => {
    const { farDraft, betaDraft } = world.sections;
    await addObjective(farDraft, "Basi di dati aperte", ["RA5.1.1"]);
    await addObjective(betaDraft, "Basi segrete", ["RA5.1.1"]);
    await addObjective(world.sections.alfaDraft, "Basi nostre", ["RA5.1.1", "RA5.1.2"]);
    const query = `query ($search: String!, $item: String) { reusableObjectives(search: $search, item: $item) { title } }`;
    const found = async (search: string, item: string) => {
      const { data, codes } = await ask(served, query, { token: editor.token, variables: { search, item } });
      expect(codes).toEqual([]);
      return data.reusableObjectives.map(({ title }) => title);
    };
    expect(await found("", "RA5.1.1")).toEqual(["Basi nostre", "Basi di dati aperte"]);
    expect(await found("dati", "RA5.1.1")).toEqual(["Basi di dati aperte"]);
    for (const item of ["RA5", "RA5.1.1'", "\u0000", "{RA5.1.1}"]) expect(await found("", item)).toEqual([]);
    expect((await found("", " ")).length).toBeGreaterThan(2);
  });
});
