import { fundingCalls } from "@upiao/catalog";
import { createTestDatabase } from "@upiao/test";
import type { DataSource } from "typeorm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Body } from "../body/body.entity.ts";
import { openDatabase } from "../database.ts";
import { FundingCall } from "./funding-call.entity.ts";
import { loadFundingCalls } from "./load-funding-calls.ts";

let test: Awaited<ReturnType<typeof createTestDatabase>>;
let database: DataSource;

beforeAll(async () => {
  test = await createTestDatabase();
  database = await openDatabase(test.url);
});
afterAll(async () => {
  await database.destroy();
  await test.drop();
});

it("the calls of the catalogue are written once, also by two nodes, and changed where the catalogue has changed", async () => {
  const calls = fundingCalls();
  const written = await Promise.all([loadFundingCalls(database, calls), loadFundingCalls(database, calls)]);
  expect(written[0]! + written[1]!).toBe(27);
  expect(await loadFundingCalls(database, calls)).toBe(0);
  const [first, ...others] = calls;
  expect(await loadFundingCalls(database, [{ ...first!, amount: 1.5 }, ...others])).toBe(1);
  const stored = await database.getRepository(FundingCall).findOneByOrFail({ code: first!.code });
  expect(stored).toMatchObject({ amount: 1.5, deadline: "2025-09-12", recipients: ["Comuni"] });
});

it("what an office has noted under the same code stays as it is", async () => {
  const [first] = fundingCalls();
  const body = await database.getRepository(Body).save({ type: "PROVINCIA", name: "A", searchName: "a" });
  const own = { ...first!, code: "AVVISO-1", bodyId: body.id, title: "Nostro" };
  await database.getRepository(FundingCall).insert(own);
  expect(await loadFundingCalls(database, [{ ...first!, code: "AVVISO-1" }])).toBe(0);
});
