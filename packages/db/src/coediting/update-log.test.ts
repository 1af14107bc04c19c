import { createTestDatabase } from "@upiao/test";
import type { DataSource } from "typeorm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openDatabase } from "../database.ts";
import { findGrownLogs } from "./find-grown-logs.ts";
import { readLastWrites } from "./read-last-writes.ts";
import { readLogs } from "./read-logs.ts";
import { type NewBatch, UpdateLog } from "./update-log.ts";

let test: Awaited<ReturnType<typeof createTestDatabase>>;
let database: DataSource;
let log: UpdateLog;
let anna: string;
let bruno: string;
let planId: string;
let sections: { id: string; log: number }[];
let made = 0;

beforeAll(async () => {
  test = await createTestDatabase();
  database = await openDatabase(test.url);
  log = new UpdateLog(database);
  anna = await insert("user_account (name, email, password_hash)", "'Anna', 'anna@upiao.example', '-'");
  bruno = await insert("user_account (name, email, password_hash)", "'Bruno', 'bruno@upiao.example', '-'");
  const bodyId = await insert("body (type, name, search_name)", "'COMUNE', 'Barga', 'barga'");
  planId = await insert("plan (body_id, first_year, form, placement)", `'${bodyId}', 2026, 'FULL', 'LUCCA'`);
});

beforeEach(async () => {
  sections = [];
  for (let index = 0; index < 3; index++) {
    const id = await insert(
      "section (title, code, first_year, plan_id)",
      `'Prova', '${++made}', 2026, '${planId}'`,
    );
    const [{ log: number }] = await database.query("SELECT log FROM section WHERE id = $1", [id]);
    sections.push({ id, log: number });
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

function batch(index: number, seq: number, words: string[], claims: [number, string][] = []): NewBatch {
  const { id, log: number } = sections[index]!;
  const updates = words.map((word) => ({ bytes: new Uint8Array(Buffer.from(word)), authorId: null }));
  return { sectionId: id, log: number, seq, updates, claims: new Map(claims) };
}

async function wordsOf(index: number, after = 0): Promise<string[]> {
  const { batches } = await log.readAfter(sections[index]!.log, after);
  return batches.flatMap(({ updates }) => updates.map(({ bytes }) => Buffer.from(bytes).toString()));
}

const fold = (index: number, seq: number, words: string) =>
  log.fold({ sectionId: sections[index]!.id, log: sections[index]!.log }, seq, Buffer.from(words), new Map());

describe("a section's log", () => {
  it("keeps what a commit brings, in its order, with the author where nothing else tells", async () => {
    const told = { bytes: Uint8Array.of(1, 2), authorId: bruno };
    await log.append([batch(0, 1, ["a", "b"]), { ...batch(1, 1, ["c"]), updates: [told] }]);
    await log.append([batch(0, 2, ["d"])]);
    expect(await wordsOf(0)).toEqual(["a", "b", "d"]);
    expect(await wordsOf(0, 1)).toEqual(["d"]);
    const { batches } = await log.readAfter(sections[1]!.log, 0);
    expect(batches[0]!.updates[0]).toMatchObject({ authorId: bruno });
  });

  it("[SY9] gives a place once: who comes second is told, whole, and the other sections go on", async () => {
    await log.append([batch(0, 1, ["first"])]);
    expect(await log.append([batch(0, 1, ["second", "third"]), batch(1, 1, ["elsewhere"])])).toEqual([
      "BEHIND",
      "APPENDED",
    ]);
    expect(await wordsOf(0)).toEqual(["first"]);
    expect(await wordsOf(1)).toEqual(["elsewhere"]);
  });

  it("[SY9] gives no place that a folding has removed, however far behind the node is that asks for it", async () => {
    for (let seq = 1; seq <= 4; seq++) await log.append([batch(0, seq, [`${seq}`])]);
    await fold(0, 2, "1 2");
    await fold(0, 4, "1 2 3 4");
    const places = await database.query("SELECT seq FROM section_update WHERE log = $1 ORDER BY seq", [
      sections[0]!.log,
    ]);
    expect(places).toEqual([{ seq: 3 }, { seq: 4 }]);
    for (const seq of [1, 2, 3, 4]) expect(await log.append([batch(0, seq, ["late"])])).toEqual(["BEHIND"]);
    expect(await log.append([batch(0, 5, ["in time"])])).toEqual(["APPENDED"]);
  });

  it("of two that append at once to many sections, lets each place be one's, and never stalls", async () => {
    const other = await openDatabase(test.url);
    const rival = new UpdateLog(other);
    try {
      for (let seq = 1; seq <= 20; seq++) {
        const mine = [0, 1, 2].map((index) => batch(index, seq, ["mine"], [[seq, anna]]));
        const theirs = [2, 1, 0].map((index) => batch(index, seq, ["theirs"]));
        const [one, two] = await Promise.all([log.append(mine), rival.append(theirs)]);
        const won = [...one, ...two].filter((outcome) => outcome === "APPENDED");
        expect(won).toHaveLength(3);
      }
    } finally {
      await other.destroy();
    }
  });

  it("[SY17] binds a client id to who uses it first, and refuses whole what claims another's", async () => {
    expect(await log.append([batch(0, 1, ["a"], [[7, anna]])])).toEqual(["APPENDED"]);
    const stolen = batch(0, 2, ["b"], [[7, bruno]]);
    expect(await log.append([stolen, batch(1, 1, ["c"], [[7, bruno]])])).toEqual([
      { foreign: new Set([7]) },
      "APPENDED",
    ]);
    expect(await wordsOf(0)).toEqual(["a"]);
    expect(await log.readOwners(sections[0]!.id)).toEqual(new Map([[7, anna]]));
  });

  it("[SY16] is read from the snapshot once it is folded, and tells when it was last written all the same", async () => {
    await log.append([batch(0, 1, ["a"])]);
    await log.append([batch(0, 2, ["b"])]);
    await fold(0, 2, "a b");
    const reading = await log.readAfter(sections[0]!.log, 0);
    expect(reading).toMatchObject({ seq: 2, snapshot: Buffer.from("a b"), batches: [] });
    expect(await wordsOf(0, 2)).toEqual([]);
    const last = await readLastWrites(
      database,
      sections.map(({ id }) => id),
    );
    expect([...last.keys()]).toEqual([sections[0]!.id]);
  });

  it("is found among many when it has grown past a place, by a commit or by a folding", async () => {
    const places = (...known: number[]) =>
      new Map(known.map((seq, index) => [sections[index]!.log, seq] as const));
    expect(await findGrownLogs(database, places(0, 0, 0))).toEqual([]);
    await log.append([batch(0, 1, ["a"]), batch(1, 1, ["b"])]);
    await log.append([batch(1, 2, ["c"])]);
    expect(await findGrownLogs(database, places(1, 1, 0))).toEqual([sections[1]!.log]);
    await fold(1, 1, "b");
    await fold(1, 2, "b c");
    await database.query("DELETE FROM section_update WHERE log = $1", [sections[1]!.log]);
    expect(await findGrownLogs(database, places(0, 1))).toEqual([sections[0]!.log, sections[1]!.log]);
    expect(await findGrownLogs(database, places(1, 2))).toEqual([]);
  });

  it("is gone with its section", async () => {
    await log.append([batch(0, 1, ["a"])]);
    await database.query("DELETE FROM section WHERE id = $1", [sections[0]!.id]);
    expect(await wordsOf(0)).toEqual([]);
  });
});

describe("reading several logs", () => {
  it("gives of each what reading it alone gives, folded or not", async () => {
    await log.append([batch(0, 1, ["a"]), batch(1, 1, ["d", "e"])]);
    await log.append([batch(0, 2, ["b"])]);
    await fold(0, 1, "a");
    const logs = await readLogs(
      database,
      sections.map(({ id }) => id),
    );
    for (const { id, log: number } of sections.slice(0, 2))
      expect(logs.get(id)).toEqual(await log.readAfter(number, 0));
    expect(logs.has(sections[2]!.id)).toBe(false);
  });

  it("[SY14] gives an error for one that has a hole, and the others", async () => {
    await log.append([batch(0, 1, ["a"]), batch(1, 1, ["b"])]);
    await database.query("UPDATE section_update SET seq = 2 WHERE log = $1", [sections[0]!.log]);
    const logs = await readLogs(
      database,
      sections.map(({ id }) => id),
    );
    expect(logs.get(sections[0]!.id)).toBeInstanceOf(Error);
    expect(logs.get(sections[1]!.id)).toMatchObject({ seq: 1 });
    await expect(log.readAfter(sections[0]!.log, 0)).rejects.toThrow("hole");
  });
});

describe("the first words of sections", () => {
  it("are written in all of them, or in none when somebody has written in one", async () => {
    await log.append([batch(1, 1, ["already"])]);
    const first = (index: number) => ({
      sectionId: sections[index]!.id,
      bytes: Uint8Array.of(1),
      clientId: 7,
      authorId: anna,
    });
    await expect(log.begin([first(0), first(1)])).rejects.toThrow("not empty");
    expect(await wordsOf(0)).toEqual([]);
    await log.begin([first(0), first(2)]);
    expect((await log.readAfter(sections[2]!.log, 0)).seq).toBe(1);
  });
});
