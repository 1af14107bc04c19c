import { createTestDatabase } from "@upiao/test";
import { expect, it } from "vitest";
import { readLastWrites } from "../coediting/read-last-writes.ts";
import { UpdateLog } from "../coediting/update-log.ts";
import { openDatabase } from "../database.ts";
import { migrations } from "./index.ts";

it("what stood in the older log stands in the narrow one, with its authors and its times", async () => {
  const test = await createTestDatabase("empty");
  const database = await openDatabase(test.url);
  const runner = database.createQueryRunner();
  const row = async (sql: string): Promise<string> => (await runner.query(`${sql} RETURNING id`))[0].id;
  try {
    const [ground, narrow] = migrations.map((Migration) => new Migration());
    await ground!.up(runner);
    const anna = await row(
      "INSERT INTO user_account (name, email, password_hash) VALUES ('Anna', 'anna@upiao.example', '-')",
    );
    const body = await row("INSERT INTO body (type, name, search_name) VALUES ('COMUNE', 'Barga', 'barga')");
    const plan = await row(
      `INSERT INTO plan (body_id, first_year, form, placement) VALUES ('${body}', 2026, 'FULL', 'LUCCA')`,
    );
    const section = (code: string) =>
      row(
        `INSERT INTO section (title, code, first_year, plan_id) VALUES ('Prova', '${code}', 2026, '${plan}')`,
      );
    const [written, folded, empty] = [await section("1"), await section("2"), await section("3")];
    const long = Buffer.alloc(300_000, 7);
    for (const [id, seq, bytes] of [
      [written, 1, Buffer.from("a")],
      [written, 2, long],
      [folded, 3, Buffer.from("c")],
    ] as const) {
      await runner.query(
        "INSERT INTO section_update (section_id, seq, bytes, author_id, at) VALUES ($1, $2, $3, $4, now())",
        [id, seq, bytes, anna],
      );
    }
    for (const [id, seq] of [
      [written, 2],
      [folded, 3],
    ] as const)
      await runner.query("INSERT INTO section_log VALUES ($1, $2, '2026-01-30T22:00:00Z')", [id, seq]);
    await runner.query("INSERT INTO section_snapshot VALUES ($1, 2, 'ab')", [folded]);

    await narrow!.up(runner);

    const log = new UpdateLog(database);
    const one = await log.open(written);
    expect(one.reading.batches).toEqual([
      { seq: 1, updates: [{ authorId: anna, bytes: new Uint8Array(Buffer.from("a")) }] },
      { seq: 2, updates: [{ authorId: anna, bytes: new Uint8Array(long) }] },
    ]);
    const other = await log.open(folded);
    expect(other.reading).toMatchObject({ seq: 3, snapshot: Buffer.from("ab") });
    expect((await log.open(empty)).reading.seq).toBe(0);
    expect([...(await readLastWrites(database, [written, folded, empty])).keys()].sort()).toEqual(
      [written, folded].sort(),
    );
  } finally {
    await runner.release();
    await database.destroy();
    await test.drop();
  }
});
