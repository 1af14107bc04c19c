import { bodiesOfItaly } from "@upiao/catalog";
import { Indicator, loadBodies, Measurement, openDatabase } from "@upiao/db";
import { createTestDatabase } from "@upiao/test";
import type { DataSource } from "typeorm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { seedDemo } from "./seed-demo.ts";
import { writeMeasurements } from "./write-measurements.ts";

let test: Awaited<ReturnType<typeof createTestDatabase>>;
let database: DataSource;

beforeAll(async () => {
  test = await createTestDatabase();
  database = await openDatabase(test.url);
  await loadBodies(database, bodiesOfItaly());
  await seedDemo(database, () => {});
  await database.getRepository(Measurement).createQueryBuilder().delete().execute();
});

afterAll(async () => {
  await database.destroy();
  await test.drop();
});

const indicatorOf = async (section: object, name: string): Promise<string> =>
  (await database.getRepository(Indicator).findOneByOrFail({ section, name })).id;

it("the demonstration measures what its texts have, for three years, and only once", async () => {
  const capannori = { code: "2.2", firstYear: 2026, plan: { body: { name: "Capannori" } } };
  const shared = await indicatorOf(
    { code: "STRATEGIA" },
    "Servizi prioritari disponibili interamente in rete",
  );
  const own = await indicatorOf(capannori, "Procedimenti con stato in rete");
  const unknown = await indicatorOf(capannori, "Giorni medi per un permesso");
  await database.getRepository(Indicator).update(unknown, { name: "Di cui nulla si è misurato" });
  const written = await writeMeasurements(database);
  const rows = await database.getRepository(Measurement).find({ relations: { body: true } });
  expect(rows).toHaveLength(written);
  const of = (id: string, name: string) =>
    rows
      .filter(({ indicatorId, body }) => indicatorId === id && body.name === name)
      .sort((one, other) => one.year - other.year)
      .map(({ year, round, value }) => [year, round, value]);
  expect(of(own, "Capannori")).toEqual([
    [2024, 2, 8],
    [2025, 2, 20],
    [2026, 1, 36],
  ]);
  expect(of(shared, "Fosciandora")).toEqual([
    [2024, 2, 8],
    [2025, 2, 12],
    [2026, 1, null],
  ]);
  expect(
    new Set(rows.filter(({ indicatorId }) => indicatorId === shared).map(({ body }) => body.name)).size,
  ).toBe(6);
  expect(rows.filter(({ indicatorId }) => indicatorId === unknown)).toEqual([]);
  expect(await writeMeasurements(database)).toBe(0);
});
