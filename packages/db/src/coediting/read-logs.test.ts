import { createTestDatabase } from "@upiao/test";
import type { DataSource } from "typeorm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../database.ts";
import { readLogs } from "./read-logs.ts";
import { UpdateLog } from "./update-log.ts";

let test: Awaited<ReturnType<typeof createTestDatabase>>;
let database: DataSource;
let log: UpdateLog;
let authorId: string;
let sections: string[];

beforeAll(async () => {
  test = await createTestDatabase();
  database = await openDatabase(test.url);
  log = new UpdateLog(database);
  authorId = await insert("user_account (name, email, password_hash)", "'Rita', 'rita@upiao.example', '-'");
  const bodyId = await insert("body (type, name, search_name)", "'COMUNE', 'Barga', 'barga'");
  const planId = await insert(
    "plan (body_id, first_year, form, placement)",
    `'${bodyId}', 2026, 'FULL', 'LUCCA'`,
  );
  sections = [];
  for (const code of ["1", "2", "3"]) {
    sections.push(
      await insert("section (title, code, first_year, plan_id)", `'Prova', '${code}', 2026, '${planId}'`),
    );
  }
});

afterAll(async () => {
  await database.destroy();
  await test.drop();
});

async function insert(into: string, values: string): Promise<string> {
  const [row] = await database.query(`INSERT INTO ${into} VALUES (${values}) RETURNING id`);
  return row.id;
}

function write(sectionId: string, ...bytes: number[]) {
  return log.append(
    bytes.map((byte) => ({ sectionId, bytes: Uint8Array.of(byte), authorId, clientIds: [byte] })),
  );
}

describe("reading several logs", () => {
  it("gives of each what reading it alone gives, folded or not", async () => {
    await write(sections[0]!, 1, 2, 3);
    await write(sections[1]!, 4, 5);
    await log.fold(sections[0]!, 2, Uint8Array.of(9));
    const logs = await readLogs(database, sections);
    for (const id of sections.slice(0, 2)) expect(logs.get(id)).toEqual(await log.readAfter(id, 0));
    expect(logs.has(sections[2]!)).toBe(false);
  });

  it("gives an error for one that has a hole, and the others", async () => {
    await database.query("DELETE FROM section_update WHERE section_id = $1 AND seq = 1", [sections[1]]);
    const logs = await readLogs(database, sections);
    expect(logs.get(sections[1]!)).toBeInstanceOf(Error);
    expect(logs.get(sections[0]!)).toMatchObject({ seq: 3 });
    await expect(log.readAfter(sections[1]!, 0)).rejects.toThrow("hole");
  });
});
