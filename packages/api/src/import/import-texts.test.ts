import { Section } from "@upiao/db";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../../test/ask.ts";
import { makePerson, type TestPerson } from "../../test/people.ts";
import { type Served, serve } from "../../test/served.ts";
import { makeWorld, type World } from "../../test/world.ts";

let served: Served;
let world: World;
let editor: TestPerson;

beforeAll(async () => {
  served = await serve();
  world = await makeWorld(served.database);
  editor = await makePerson(served.database, "Edo Alfa", [{ bodyId: world.bodies.alfa, role: "EDITOR" }]);
});

afterAll(() => served.close());

interface Part {
  readonly sectionId?: string;
  readonly code?: string;
  readonly mode: "APPEND" | "REPLACE";
  readonly content: string;
}

const textOf = (...lines: readonly string[]) =>
  JSON.stringify({
    type: "doc",
    content: lines.map((text) => ({ type: "block", content: [{ type: "text", text }] })),
  });

const mutation = `mutation ($planId: ID, $parts: [ImportedPartInput!]!) {
  importTexts(planId: $planId, parts: $parts) {
    id code plainText text { writers { name } } versions { edges { node { kind name } } } } }`;

const bring = (parts: readonly Part[], { person = editor, planId = world.plans.alfa, at = served } = {}) =>
  ask(at, mutation, { token: person.token, variables: { planId, parts } });

async function read(id: string): Promise<string> {
  const query = "query ($id: ID!) { section(id: $id) { plainText } }";
  return (await ask(served, query, { token: editor.token, variables: { id } })).data.section.plainText;
}

describe("an imported text", () => {
  it("is written in the name of who imports it, into sections and into new ones of the plan, at once", async () => {
    const { data, codes } = await bring([
      { sectionId: world.sections.alfaDraft, mode: "APPEND", content: textOf("Uno", "Due") },
      { code: "3.2", mode: "APPEND", content: textOf("Tre") },
    ]);
    expect(codes).toEqual([]);
    const texts = Object.fromEntries(data.importTexts.map(({ code, plainText }) => [code, plainText]));
    expect(texts).toEqual({ "2.1": "Uno\nDue", "3.2": "Tre" });
    expect(data.importTexts.flatMap(({ text }) => text.writers)).toMatchObject([
      { name: "Edo Alfa" },
      { name: "Edo Alfa" },
    ]);
  });

  it("stands after what stood there, or in its place; then that stays in a version with a name", async () => {
    const sectionId = world.sections.alfaSubmitted;
    const one = await bring([{ sectionId, mode: "REPLACE", content: textOf("Prima") }]);
    expect(one.data.importTexts[0]!.versions.edges).toEqual([]);
    await bring([{ sectionId, mode: "APPEND", content: textOf("Poi") }]);
    expect(await read(sectionId)).toBe("Prima\nPoi");
    const { data } = await bring([{ sectionId, mode: "REPLACE", content: textOf("Nuovo") }]);
    expect(data.importTexts[0]!.plainText).toBe("Nuovo");
    expect(data.importTexts[0]!.versions.edges.map(({ node }) => [node.kind, node.name])).toEqual([
      ["NAMED", "Prima dell’importazione"],
    ]);
  });

  it("is written whole or not at all", async () => {
    const { sections } = world;
    const before = await read(sections.alfaDraft);
    const good = { sectionId: sections.alfaDraft, mode: "APPEND", content: textOf("Mai") } as const;
    const refused = async (part: Part) => (await bring([good, part])).codes;
    const content = textOf("x");
    expect(await refused({ sectionId: sections.betaDraft, mode: "APPEND", content })).toEqual(["NOT_FOUND"]);
    expect(await refused({ code: "2", mode: "APPEND", content })).toEqual(["BAD_INPUT"]);
    expect(await refused({ code: "2.1", mode: "APPEND", content })).toEqual(["ALREADY_EXISTS"]);
    expect(await refused({ code: "4", sectionId: sections.shared, mode: "APPEND", content })).toEqual([
      "BAD_INPUT",
    ]);
    expect(await refused(good)).toEqual(["BAD_INPUT"]);
    for (const bad of [
      "",
      "{",
      "[]",
      '{"type":"doc"}',
      '{"type":"doc","content":[{"type":"image"}]}',
      "[".repeat(90_000),
    ]) {
      expect(await refused({ sectionId: sections.shared, mode: "APPEND", content: bad })).toEqual([
        "BAD_INPUT",
      ]);
    }
    await served.database.getRepository(Section).update(sections.alfaSubmitted, { state: "VALIDATED" });
    expect(await refused({ sectionId: sections.alfaSubmitted, mode: "APPEND", content })).toEqual([
      "NOT_IN_THIS_STATE",
    ]);
    await served.database.getRepository(Section).update(sections.alfaSubmitted, { state: "SUBMITTED" });
    expect(await read(sections.alfaDraft)).toBe(before);
    expect(
      await served.database.getRepository(Section).countBy({ planId: world.plans.alfa, code: "4" }),
    ).toBe(0);
  });
});

describe("a large text", () => {
  const rows = Array.from({ length: 2_000 }, (_, row) => ({
    type: "tableRow",
    content: Array.from({ length: 6 }, (_, column) => ({
      type: row === 0 ? "tableHeader" : "tableCell",
      content: [{ type: "text", text: `riga ${row}, colonna ${column} 🏛️ مرحبا` }],
    })),
  }));
  const table = JSON.stringify({ type: "doc", content: [{ type: "table", content: rows }] });
  const door = () => ({ ...served, url: `${served.url}/import` });

  it("of 2,000 rows comes by a door with more room, for who has signed in", async () => {
    const parts = [{ sectionId: world.sections.shared, mode: "REPLACE", content: table }] as const;
    expect((await bring(parts)).codes).toEqual(["TOO_COMPLEX"]);
    const { data, codes } = await bring(parts, { at: door() });
    expect(codes).toEqual([]);
    expect(data.importTexts[0]!.plainText).toContain("riga 1999, colonna 5 🏛️ مرحبا");
  });

  it("[T24] is refused unread to who has not signed in, and beyond ten megabytes to everybody", async () => {
    const variables = { parts: [{ sectionId: world.sections.shared, mode: "APPEND", content: table }] };
    expect(await ask(door(), mutation, { variables })).toMatchObject({
      status: 401,
      codes: ["NOT_AUTHENTICATED"],
    });
    const content = "x".repeat(11 * 1024 * 1024);
    const tooLarge = await bring([{ sectionId: world.sections.shared, mode: "APPEND", content }], {
      at: door(),
    });
    expect(tooLarge).toMatchObject({ status: 413, codes: ["TOO_COMPLEX"] });
    const get = await fetch(door().url);
    expect(get.status).toBe(405);
  });
});
