import { bodiesOfItaly } from "@upiao/catalog";
import type { BodyRecord } from "@upiao/domain";
import { createTestDatabase } from "@upiao/test";
import type { DataSource } from "typeorm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "../database.ts";
import { Body } from "./body.entity.ts";
import { loadBodies } from "./load-bodies.ts";

const italy = bodiesOfItaly();

let test: Awaited<ReturnType<typeof createTestDatabase>>;
let database: DataSource;
let statements: string[];

beforeEach(async () => {
  statements = [];
  test = await createTestDatabase();
  database = await openDatabase(test.url, { onStatement: (sql) => statements.push(sql) });
});

afterEach(async () => {
  await database.destroy();
  await test.drop();
});

function withIstat(istatCode: string): Promise<Body | null> {
  return database.getRepository(Body).findOneBy({ istatCode });
}

describe("the bodies of Italy in the database", () => {
  it("are all there after the first start, as the registers have them", async () => {
    expect(await loadBodies(database, italy)).toBe(italy.length);
    expect(await database.getRepository(Body).count()).toBe(italy.length);
    const capannori = italy.find((body) => body.istatCode === "046007");
    expect(await withIstat("046007")).toMatchObject({ ...capannori, searchName: "capannori" });
    expect(await withIstat("046")).toMatchObject({ name: "Provincia di Lucca", cadastralCode: null });
  });

  it("are not written again when nothing has changed", async () => {
    await loadBodies(database, italy);
    statements.length = 0;
    expect(await loadBodies(database, italy)).toBe(0);
    expect(statements).toHaveLength(1);
    expect(statements[0]).not.toMatch(/INSERT/);
  });

  it("keep their id when the registers change their name, and stay when the registers have them no more", async () => {
    await loadBodies(database, italy);
    const before = await withIstat("046003");
    const renamed = (body: BodyRecord) =>
      body.istatCode === "046003" ? { ...body, name: "Barga Nuova" } : body;
    const next = italy.filter((body) => body.istatCode !== "046011").map(renamed);

    expect(await loadBodies(database, next)).toBe(1);
    expect(await withIstat("046003")).toEqual({ ...before, name: "Barga Nuova", searchName: "barga nuova" });
    expect(await withIstat("046011")).toMatchObject({ name: "Coreglia Antelminelli" });
    expect(await loadBodies(database, next)).toBe(0);
  });

  it("leave alone a body that the registers do not list", async () => {
    const union = { type: "UNIONE", name: "Unione di prova", searchName: "unione di prova" } as const;
    await database.getRepository(Body).insert(union);
    await loadBodies(database, italy);
    statements.length = 0;
    expect(await loadBodies(database, italy)).toBe(0);
    expect(statements).toHaveLength(1);
  });

  it("are written once by two nodes that start together", async () => {
    const counts = await Promise.all([loadBodies(database, italy), loadBodies(database, italy)]);
    expect(counts.sort((one, other) => one - other)).toEqual([0, italy.length]);
  });

  it("are all or none", async () => {
    const broken = [...italy.slice(0, 100), { ...italy[100]!, type: "CONTEA" } as unknown as BodyRecord];
    await expect(loadBodies(database, broken)).rejects.toThrow(/body_type/);
    expect(await database.getRepository(Body).count()).toBe(0);
  });
});
