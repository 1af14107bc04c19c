import { Indicator, Measurement, Objective, Plan, Section } from "@upiao/db";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { ask } from "../../test/ask.ts";
import { makePerson } from "../../test/people.ts";
import { useVersionDesk } from "../../test/version-desk.ts";
import { writeObjective } from "../../test/write-objective.ts";
import { ensureProjected, projectStale } from "./ensure-projected.ts";

const desk = useVersionDesk();

const key = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;

function elementOf(type: string, attributes: Record<string, unknown>, ...content: (Y.XmlElement | string)[]) {
  const element = new Y.XmlElement(type);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value as string);
  element.insert(
    0,
    content.map((item) => (typeof item === "string" ? new Y.XmlText(item) : item)),
  );
  return element;
}

const indicator = (digit: number, attributes: Record<string, unknown> = {}) =>
  elementOf(
    "indicator",
    { key: key(digit), unit: "PERCENT", direction: "UP", ...attributes },
    `Indicatore ${digit}`,
  );
const objective = (digit: number, ...indicators: Y.XmlElement[]) =>
  elementOf(
    "objective",
    { key: key(digit), responsible: "RTD", items: "OB1.1 RA1.1.1" },
    elementOf("objectiveTitle", {}, `Obiettivo ${digit}`),
    ...indicators,
  );

const add = (...elements: Y.XmlElement[]) => desk.edit((text) => text.insert(text.length, elements));
const childAt = (parent: Y.XmlFragment, at: number) => parent.get(at) as Y.XmlElement;

async function read() {
  const query = `query ($id: ID!) { section(id: $id) { objectives { id sectionId key title responsible items dup
    indicators { id key name unit direction baseline source measuredBy targets { year value } } } } }`;
  const { data, codes } = await ask(desk.served, query, {
    token: desk.editor.token,
    variables: { id: desk.sectionId },
  });
  expect(codes).toEqual([]);
  return data.section.objectives;
}

const keys = async () =>
  (await read()).map((one) =>
    [one.key, ...one.indicators.map((each) => each.key)].map((k) => k.slice(-1)).join(""),
  );

async function measure(): Promise<string> {
  const [
    {
      indicators: [first],
    } = { indicators: [] },
  ] = await read();
  const byUserId = desk.editor.id;
  const bodyId = desk.world.bodies.alfa;
  const { id } = await desk.served.database
    .getRepository(Measurement)
    .save({ indicatorId: first!.id, bodyId, year: 2026, round: 1, value: 47, byUserId });
  return id;
}

const measuredOf = (id: string) =>
  desk.served.database
    .getRepository(Measurement)
    .findOneOrFail({ where: { id }, relations: { indicator: true } });

describe("what is typed in a section", () => {
  it("is a record at the next question, and what is changed is the same record", async () => {
    await add(
      objective(
        1,
        indicator(2, { baseline: "40,5", target1: "55", target3: "80", source: "SUAP", measuredBy: "LEAD" }),
      ),
    );
    const [first] = await read();
    expect(first).toMatchObject({
      sectionId: desk.sectionId,
      key: key(1),
      title: "Obiettivo 1",
      responsible: "RTD",
      items: ["OB1.1", "RA1.1.1"],
      dup: null,
      indicators: [
        {
          name: "Indicatore 2",
          unit: "PERCENT",
          direction: "UP",
          baseline: 40.5,
          source: "SUAP",
          measuredBy: "LEAD",
          targets: [
            { year: 2026, value: 55 },
            { year: 2028, value: 80 },
          ],
        },
      ],
    });
    await desk.edit((text) => {
      const line = childAt(childAt(text, 0), 1);
      line.setAttribute("target1", "molti");
      line.setAttribute("target2", "70");
      line.setAttribute("baseline", "n.d.");
    });
    const [again] = await read();
    expect(again!.indicators[0]).toMatchObject({
      id: first!.indicators[0]!.id,
      baseline: null,
      targets: [
        { year: 2027, value: 70 },
        { year: 2028, value: 80 },
      ],
    });
  });

  it("in the order of the text, and an indicator that goes to another objective takes its measurements along", async () => {
    await add(objective(1, indicator(2), indicator(3)), objective(4));
    expect(await keys()).toEqual(["123", "4"]);
    const measurement = await measure();
    await desk.edit((text) => {
      childAt(text, 0).delete(1, 1);
      childAt(text, 1).insert(1, [indicator(2)]);
    });
    expect(await keys()).toEqual(["13", "42"]);
    const { indicator: moved } = await measuredOf(measurement);
    expect(moved).toMatchObject({ key: key(2), removedAt: null });
    await desk.edit((text) => text.insert(0, [objective(5)]));
    expect(await keys()).toEqual(["5", "13", "42"]);
  });

  it("and deleted is a record no more, whose measurements stay; undone, it is back with them", async () => {
    await add(objective(1, indicator(2, { target1: "5" })));
    const measurement = await measure();
    await desk.edit((text) => text.delete(0, 1));
    expect(await read()).toEqual([]);
    const rows = desk.served.database.getRepository(Objective);
    expect((await rows.findOneByOrFail({ sectionId: desk.sectionId })).removedAt).toBeInstanceOf(Date);
    expect((await measuredOf(measurement)).indicator.removedAt).toBeInstanceOf(Date);
    await add(objective(1, indicator(2, { target1: "6" })));
    const [back] = await read();
    expect(back!.indicators[0]!.targets).toEqual([{ year: 2026, value: 6 }]);
    expect((await measuredOf(measurement)).indicator).toMatchObject({
      id: back!.indicators[0]!.id,
      removedAt: null,
    });
    expect(await rows.countBy({ sectionId: desk.sectionId })).toBe(1);
  });

  it("is what an older version says, once that is restored", async () => {
    await add(objective(1, indicator(2, { target1: "5" })), objective(3));
    const measurement = await measure();
    const { id } = await desk.keep();
    await desk.edit((text) => {
      text.delete(0, 1);
      text.insert(1, [objective(4)]);
    });
    expect(await keys()).toEqual(["3", "4"]);
    await desk.restore(id);
    expect(await keys()).toEqual(["12", "3"]);
    expect((await measuredOf(measurement)).indicator).toMatchObject({ key: key(2), removedAt: null });
  });

  it("and copied by a program with its key is two records: the first keeps what was measured", async () => {
    await add(objective(1, indicator(2)));
    const measurement = await measure();
    await add(objective(1, indicator(2)));
    const [first, second] = await read();
    expect(first!.key).toBe(key(1));
    expect(second!.key).toContain(`${key(1)}:`);
    expect((await measuredOf(measurement)).indicatorId).toBe(first!.indicators[0]!.id);
    await read();
    expect(await desk.served.database.getRepository(Indicator).countBy({ sectionId: desk.sectionId })).toBe(
      2,
    );
  });

  it("asked for by many at once is read once, into the same records", async () => {
    await add(objective(1, indicator(2)), objective(3));
    const { database } = desk.served;
    await Promise.all(Array.from({ length: 8 }, () => ensureProjected(database, [desk.sectionId])));
    expect(await keys()).toEqual(["12", "3"]);
    expect(await database.getRepository(Objective).countBy({ sectionId: desk.sectionId })).toBe(2);
  });

  it("[T27] of whatever values never fails, and other sections are read beside it", async () => {
    await add(
      elementOf("objective", { key: { a: 1 }, items: "x\0y", dup: "\ud800", responsible: ["r"], peg: 7 }),
      elementOf(
        "objective",
        { key: "'; DROP TABLE objective; --" },
        indicator(2, { baseline: "1e999", unit: 4, source: `${"s".repeat(299)}😀` }),
      ),
      objective(3, indicator(4, { target1: Number.NaN, target2: "9".repeat(13), target3: "9".repeat(14) })),
      elementOf("indicator", { key: key(5) }),
    );
    const read3 = await read();
    expect(read3).toHaveLength(3);
    expect(read3[2]!.indicators[0]!.targets).toEqual([{ year: 2027, value: 9_999_999_999_999 }]);
  });

  it("of a log that cannot be read takes no other with it", async () => {
    await add(objective(1));
    const broken = desk.sectionId;
    await desk.begin();
    await add(objective(2));
    const { database } = desk.served;
    await database.query(
      "UPDATE section_update SET updates = '\\x00' WHERE log = (SELECT log FROM section WHERE id = $1)",
      [broken],
    );
    await expect(ensureProjected(database, [broken, desk.sectionId])).rejects.toThrow("could not be read");
    expect(await keys()).toEqual(["2"]);
    await database.query("DELETE FROM section WHERE id = $1", [broken]);
  });

  it("is read by the clock, too, when nobody asks", async () => {
    await add(objective(1));
    await projectStale(desk.served.database);
    const rows = desk.served.database.getRepository(Objective);
    expect(await rows.countBy({ sectionId: desk.sectionId })).toBe(1);
  });
});

describe("the objectives of a body", () => {
  const query = `query ($bodyId: ID!, $firstYear: Int) { objectives(bodyId: $bodyId, firstYear: $firstYear) { sectionId title } }`;
  const asked = (token: string, variables: Record<string, unknown>) =>
    ask(desk.served, query, { token, variables });

  it("are those of its sections and of the shared ones, of one triennium or of all", async () => {
    await add(objective(1));
    desk.sectionId = desk.world.sections.shared;
    await add(objective(2));
    const bodyId = desk.world.bodies.alfa;
    const { data } = await asked(desk.editor.token, { bodyId, firstYear: 2026 });
    const titles = data.objectives.map(({ title }: { title: string }) => title);
    expect(titles).toEqual(expect.arrayContaining(["Obiettivo 1", "Obiettivo 2"]));
    expect((await asked(desk.editor.token, { bodyId, firstYear: 2030 })).data.objectives).toEqual([]);
  });

  it("[T02] are NOT_FOUND for who may read nothing of it, as for a body that does not exist", async () => {
    const stranger = await makePerson(desk.served.database, "Remo Lontano", [
      { bodyId: desk.world.bodies.far, role: "EDITOR" },
    ]);
    for (const bodyId of [desk.world.bodies.alfa, key(0), "no"])
      expect((await asked(stranger.token, { bodyId })).codes).toEqual(["NOT_FOUND"]);
  });
});

describe("an objective that was taken from another", () => {
  const origin = "origin { id ownerName firstYear title }";
  const queries = {
    section: `query ($id: ID!, $ids: [ID!]!) { section(id: $id) { objectives { title ${origin} } } objectiveOrigins(ids: $ids) { title } }`,
    origins: "query ($ids: [ID!]!) { objectiveOrigins(ids: $ids) { id ownerName firstYear title } }",
  };
  /** An objective in a section's text, by its id. */
  async function addTo(sectionId: string, title: string): Promise<string> {
    const { database } = desk.served;
    await writeObjective(database, sectionId, desk.editor.id, title);
    await ensureProjected(database, [sectionId]);
    return (await database.getRepository(Objective).findOneByOrFail({ sectionId, title })).id;
  }
  const take = (id: string) =>
    add(elementOf("objective", { key: key(1), origin: id }, elementOf("objectiveTitle", {}, "Ripreso")));
  async function told(id: string, person = desk.editor) {
    const { data, codes } = await ask(desk.served, queries.section, {
      token: person.token,
      variables: { id: desk.sectionId, ids: [id] },
    });
    expect(codes).toEqual([]);
    const [objective] = data.section.objectives;
    // Both ways say the same.
    expect(data.objectiveOrigins.map(({ title }) => title)).toEqual(
      objective!.origin === null ? [] : [objective!.origin!.title],
    );
    return objective!.origin;
  }

  it("says whose it was and in which years, also when it is in no text any more", async () => {
    const { shared } = desk.world.sections;
    const id = await addTo(shared, "Sportello unico");
    await take(id);
    expect(await told(id)).toEqual({
      id,
      ownerName: "Ufficio di Prova",
      firstYear: 2026,
      title: "Sportello unico",
    });
    await desk.served.database.getRepository(Objective).update(id, { removedAt: new Date() });
    expect(await told(id)).toMatchObject({ ownerName: "Ufficio di Prova", title: null });
  });

  it("[T02] tells nothing of a text that its reader may not read, until that is published", async () => {
    const { betaDraft } = desk.world.sections;
    const id = await addTo(betaDraft, "Progetto riservato");
    await take(id);
    expect(await told(id)).toBeNull();
    const { database } = desk.served;
    const beta = await makePerson(database, "Bea Beta", [{ bodyId: desk.world.bodies.beta, role: "EDITOR" }]);
    const unknown = crypto.randomUUID();
    const originsFor = (ids: string[], person = desk.editor) =>
      ask(desk.served, queries.origins, { token: person.token, variables: { ids } });
    desk.served.statements.length = 0;
    expect((await originsFor([unknown])).data.objectiveOrigins).toEqual([]);
    const forNothing = desk.served.statements.length;
    desk.served.statements.length = 0;
    expect((await originsFor([id])).data.objectiveOrigins).toEqual([]);
    expect(desk.served.statements.length).toBe(forNothing);
    expect((await originsFor([id], beta)).data.objectiveOrigins).toMatchObject([
      { ownerName: "Beta a Mare" },
    ]);

    await database.getRepository(Section).update(betaDraft, { state: "PUBLISHED" });
    expect(await told(id)).toBeNull();
    await database.getRepository(Plan).update(desk.world.plans.beta, { state: "PUBLISHED" });
    expect(await told(id)).toMatchObject({ ownerName: "Beta a Mare", title: "Progetto riservato" });
    // What was taken out may never have been published.
    await database.getRepository(Objective).update(id, { removedAt: new Date() });
    expect(await told(id)).toBeNull();
  });

  it("is of nothing where the text names nothing, and at most a hundred are asked for at once", async () => {
    await add(elementOf("objective", { key: key(1), origin: "Lucca" }), objective(2));
    const { data } = await ask(desk.served, queries.section, {
      token: desk.editor.token,
      variables: { id: desk.sectionId, ids: ["no", "", "\u0000"] },
    });
    expect(data.section.objectives.map(({ origin }) => origin)).toEqual([null, null]);
    expect(data.objectiveOrigins).toEqual([]);
    const ids = Array.from({ length: 101 }, () => crypto.randomUUID());
    expect(
      (await ask(desk.served, queries.origins, { token: desk.editor.token, variables: { ids } })).codes,
    ).toEqual(["BAD_INPUT"]);
  });
});

it("what is wrong in the fields of an objective is told with it, and is gone once it is mended", async () => {
  await add(objective(1, indicator(2, { baseline: "molti" })), elementOf("objective", { key: key(3) }));
  const query = "query ($id: ID!) { section(id: $id) { objectives { faults { field indicatorKey kind } } } }";
  const faults = async () => {
    const asked = { token: desk.editor.token, variables: { id: desk.sectionId } };
    const { data } = await ask(desk.served, query, asked);
    return data.section.objectives.map(({ faults }) => faults);
  };
  expect(await faults()).toEqual([
    [{ field: "baseline", indicatorKey: key(2), kind: "NOT_A_NUMBER" }],
    [{ field: "title", indicatorKey: null, kind: "MISSING" }],
  ]);
  await desk.edit((text) => childAt(childAt(text, 0), 1).setAttribute("baseline", "40"));
  expect((await faults())[0]).toEqual([]);
});
