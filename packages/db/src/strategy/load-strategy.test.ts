import { strategyEditions } from "@upiao/catalog";
import type { StrategyEditionRecord } from "@upiao/domain";
import { createTestDatabase, type TestDatabase } from "@upiao/test";
import type { DataSource } from "typeorm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Body } from "../body/body.entity.ts";
import { openDatabase } from "../database.ts";
import { Plan } from "../plan/plan.entity.ts";
import { findStrategyItems } from "./find-strategy-items.ts";
import { loadStrategy } from "./load-strategy.ts";
import { StrategyItem } from "./strategy-item.entity.ts";

const [first] = strategyEditions() as [StrategyEditionRecord];
const next: StrategyEditionRecord = { ...first, code: "2027-2029", items: first.items.slice(0, 10) };

let test: TestDatabase;
let database: DataSource;
const statements: string[] = [];

beforeEach(async () => {
  test = await createTestDatabase();
  database = await openDatabase(test.url, { onStatement: (sql) => statements.push(sql) });
});

afterEach(async () => {
  await database.destroy();
  await test.drop();
});

async function makePlan(firstYear: number): Promise<string> {
  const bodies = database.getRepository(Body);
  const body =
    (await bodies.findOneBy({ name: "Alfa" })) ??
    (await bodies.save({ name: "Alfa", type: "COMUNE" as const, searchName: "alfa" }));
  const plan = { bodyId: body.id, firstYear, form: "FULL", placement: "LUCCA" } as const;
  return (await database.getRepository(Plan).save({ ...plan })).id;
}

async function editionOf(id: string): Promise<string | null> {
  return (await database.getRepository(Plan).findOneByOrFail({ id })).strategyEdition;
}

describe("the Piano triennale in the database", () => {
  it("is there after the first start, with all that the catalogue says of it", async () => {
    expect(await loadStrategy(database, [first])).toBe(1);
    const items = database.getRepository(StrategyItem);
    expect(await items.count()).toBe(first.items.length);
    const line = first.items.find(({ code }) => code === "CAP3.PA.14")!;
    expect(await items.findOneBy({ code: "CAP3.PA.14" })).toMatchObject({ ...line, edition: "2024-2026" });
  });

  it("is not written again when nothing has changed, and anew when the file was corrected", async () => {
    await loadStrategy(database, [first]);
    statements.length = 0;
    expect(await loadStrategy(database, [first])).toBe(0);
    expect(statements).toHaveLength(1);
    const corrected = { ...first, items: [{ ...first.items[0]!, title: "Altro titolo" }] };
    expect(await loadStrategy(database, [corrected])).toBe(1);
    expect(await database.getRepository(StrategyItem).find()).toMatchObject([{ title: "Altro titolo" }]);
  });

  it("is loaded once by two nodes that start together", async () => {
    await Promise.all([loadStrategy(database, [first, next]), loadStrategy(database, [first, next])]);
    expect(await database.getRepository(StrategyItem).count()).toBe(first.items.length + 10);
  });

  it("stays beside a new edition, and each plan keeps the one it was written against", async () => {
    const before = await makePlan(2022);
    expect(await editionOf(before)).toBeNull();
    await loadStrategy(database, [first]);
    const old = await makePlan(2024);
    await loadStrategy(database, [first, next]);
    const fresh = await makePlan(2027);
    expect([await editionOf(before), await editionOf(old), await editionOf(fresh)]).toEqual([
      "2024-2026",
      "2024-2026",
      "2027-2029",
    ]);
    await loadStrategy(database, [next]);
    expect(await database.getRepository(StrategyItem).countBy({ edition: "2024-2026" })).toBe(
      first.items.length,
    );
  });
});

describe("looking for an item", () => {
  const find = async (filter: Partial<Parameters<typeof findStrategyItems>[1]>) => {
    const all = { edition: "2024-2026", kind: null, year: null, search: null, ...filter };
    return (await findStrategyItems(database, all, { first: 500, afterPlace: 0 })).map(({ code }) => code);
  };
  beforeEach(() => loadStrategy(database, [first]));

  it("finds it by words without accents, in any order, and by its code", async () => {
    expect(await find({ search: "ACCESSIBILITA obiettivi" })).toEqual([
      "CAP3.PA.09",
      "CAP3.PA.13",
      "CAP3.PA.15",
    ]);
    expect(await find({ search: "accessibilità obiettivi" })).toHaveLength(3);
    expect(await find({ search: "cap3.pa.09" })).toEqual(["CAP3.PA.09"]);
    expect(await find({ search: "strumento 8" })).toEqual(["STR8"]);
    expect(await find({ search: "accessibilità inesistente" })).toEqual([]);
  });

  it("finds those of a kind, and those of a year: due or beginning in it, or with a target for it", async () => {
    expect(await find({ kind: "OBJECTIVE" })).toHaveLength(26);
    expect(await find({ kind: "ACTION_LINE", year: 2028 })).toEqual([]);
    const due = await find({ kind: "ACTION_LINE", year: 2026 });
    expect(due).toContain("CAP3.PA.16");
    expect(due).toHaveLength(20);
    const results = await find({ kind: "EXPECTED_RESULT", year: 2026 });
    expect(results).toContain("RA4.1.1");
    // «n.a.» in 2026.
    expect(results).not.toContain("RA3.4.1");
  });

  it("uses the index, however many editions there are", async () => {
    await database.query(`INSERT INTO strategy_item (edition, code, kind, place, title, details, verified, source, search_text)
      SELECT '2024-2026', 'X' || n, 'TOOL', 10000 + n, '', '{}', true, '', md5(n::text) FROM generate_series(1, 30000) AS n`);
    await database.query("ANALYZE strategy_item");
    statements.length = 0;
    await find({ search: "accessibilità" });
    const values = ["2024-2026", 0, "% accessibilita%"];
    const rows = await database.query(`EXPLAIN ${statements[0]}`, values);
    const explained = rows.map((row: Record<string, string>) => row["QUERY PLAN"]).join("\n");
    expect(explained).toMatch(/Bitmap Index Scan on strategy_item_search/);
  });
});
