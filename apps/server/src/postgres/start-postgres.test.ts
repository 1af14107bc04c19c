import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, chown, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { postgresAccount } from "./account.ts";
import { CannotStart, type Postgres, startPostgres } from "./index.ts";
import { buildOther, isOpenToOthers, type OtherProcess, startOther } from "./testing/other-process.ts";

const asRoot = process.getuid?.() === 0;
const asBoth = asRoot && isOpenToOthers();

describe("the embedded PostgreSQL", { timeout: 60_000 }, () => {
  let folder: string;
  let running: Postgres[] = [];
  let others: OtherProcess[] = [];
  let removeOther: () => Promise<void>;

  beforeAll(async () => {
    removeOther = await buildOther();
  });
  afterAll(() => removeOther());

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "upiao-postgres-"));
  });
  afterEach(async () => {
    for (const { child } of others) child.kill("SIGKILL");
    for (const postgres of running) await postgres.stop();
    others = [];
    running = [];
    await rm(folder, { recursive: true, force: true });
  });

  async function start(durable = false): Promise<Postgres> {
    const postgres = await startPostgres({ dataDir: folder, durable });
    running.push(postgres);
    return postgres;
  }
  async function startElsewhere(uid?: number): Promise<OtherProcess> {
    const other = await startOther(folder, uid);
    others.push(other);
    return other;
  }
  const postmasterPid = async () =>
    Number.parseInt(await readFile(path.join(folder, "cluster/postmaster.pid"), "utf8"), 10);

  it("keeps what was written from one start to the next, and leaves no process when it is stopped", async () => {
    const first = await start(true);
    await query(first.url, "CREATE TABLE note AS SELECT 'resta' AS text");
    const pid = await postmasterPid();
    await first.stop();
    expect(() => process.kill(pid, 0)).toThrow("ESRCH");

    const second = await start(true);
    expect(await query(second.url, "SELECT text FROM note")).toEqual([{ text: "resta" }]);
  });

  it("asks for a generated password that only its owner can read, and syncs every commit", async () => {
    const { url } = await start(true);
    const file = path.join(folder, "cluster/upiao.password");
    const password = await readFile(file, "utf8");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(password.length).toBeGreaterThanOrEqual(32);
    expect(await query(url, "SHOW fsync")).toEqual([{ fsync: "on" }]);
    await expect(query(url.replace(password, "guessed"), "SELECT")).rejects.toThrow(/password/);
  });

  it("listens on this machine only", async () => {
    const { url } = await start();
    expect(await query(url, "SELECT current_setting('listen_addresses') AS at")).toEqual([
      { at: "127.0.0.1" },
    ]);
    expect(await query(url, "SELECT current_setting('unix_socket_directories') AS at")).toEqual([{ at: "" }]);
  });

  it("comes back by itself, at the same address, when PostgreSQL is killed", async () => {
    const { url } = await start(true);
    await query(url, "CREATE TABLE note AS SELECT 'resta' AS text");
    process.kill(await postmasterPid(), "SIGKILL");
    await expect.poll(() => query(url, "SELECT text FROM note").catch(() => [])).toHaveLength(1);
  });

  it("is found and used again when the process that started it was killed", async () => {
    const other = await startElsewhere();
    const pid = await postmasterPid();
    await query(other.said, "CREATE TABLE note AS SELECT 'resta' AS text");
    other.child.kill("SIGKILL");
    await once(other.child, "exit");

    const { url } = await start(true);
    expect(await query(url, "SELECT text FROM note")).toEqual([{ text: "resta" }]);
    expect(await postmasterPid()).toBe(pid);
  });

  it("starts again when both were killed at once", async () => {
    const other = await startElsewhere();
    process.kill(await postmasterPid(), "SIGKILL");
    other.child.kill("SIGKILL");
    await once(other.child, "exit");
    expect(await query((await start(true)).url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  it("is not deceived by another program that has the process id of a PostgreSQL that was killed", async () => {
    const postgres = await start();
    await postgres.stop();
    running = [];
    const account = postgresAccount(path.join(folder, "cluster"));
    const stranger = spawn("sleep", ["60"], { ...account, cwd: "/" });
    const note = path.join(folder, "cluster/postmaster.pid");
    await writeFile(note, `${stranger.pid}\n${folder}\n1\n5432\n\n127.0.0.1\n1 1\nready   \n`);
    if (account) await chown(note, account.uid, account.gid);
    try {
      expect(await query((await start()).url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    } finally {
      stranger.kill();
    }
  });

  it("refuses a second start on the same folder, saying so, and the first goes on", async () => {
    const { url } = await start(true);
    const { said } = await startElsewhere();
    expect(said).toContain("UPIAO è già in esecuzione su questa cartella");
    expect(said).toContain(folder);
    expect(await query(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  it("serves one of two that prepare the same new folder at once", async () => {
    const both = await Promise.allSettled([start(true), startElsewhere()]);
    const said = both.map((one) => (one.status === "fulfilled" ? one.value : one.reason));
    const refusals = said.filter((one) =>
      `${one.said ?? one.message ?? one.url}`.includes("già in esecuzione"),
    );
    expect(refusals).toHaveLength(1);
    expect(await readdir(folder)).toEqual(["cluster", "postgres.log"]);
  });

  it("removes what an interrupted first start left", async () => {
    const dead = spawn("true");
    await once(dead, "exit");
    await writeFile(path.join(folder, `cluster.${dead.pid}.password`), "half");
    await start();
    expect(await readdir(folder)).toEqual(["cluster", "postgres.log"]);
  });

  it("says what to do when the data are of another PostgreSQL", async () => {
    await (await start()).stop();
    running = [];
    await writeFile(path.join(folder, "cluster/PG_VERSION"), "15\n");
    await expect(start()).rejects.toThrow(/PostgreSQL 15, questo è PostgreSQL 18.*UPIAO_DATA/);
  });

  it("says what it complained of when it does not start", async () => {
    await (await start()).stop();
    running = [];
    await writeFile(path.join(folder, "cluster/postgresql.conf"), "no_such_setting = 1\n");
    const failure = await start().catch((error) => error);
    expect(failure).toBeInstanceOf(CannotStart);
    expect(failure.message).toMatch(/no_such_setting|postgresql\.conf/);
    expect(failure.message).toContain(path.join(folder, "postgres.log"));
  });

  it.runIf(asRoot)("runs under an account without rights when it is started by root", async () => {
    await start();
    const { uid } = await stat(`/proc/${await postmasterPid()}`);
    expect(uid).not.toBe(0);
  });

  it.runIf(asRoot)("serves root from a folder that is closed to everybody else", async () => {
    await chmod(folder, 0o700);
    const { url } = await start(true);
    expect(await query(url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  it.runIf(asBoth)("serves an ordinary user, and then root on the same folder", async () => {
    const nobody = postgresAccount(folder)!.uid;
    await chown(folder, nobody, nobody);
    const other = await startElsewhere(nobody);
    expect(await query(other.said, "CREATE TABLE note AS SELECT 'resta' AS text")).toEqual([]);
    other.child.kill("SIGTERM");
    await once(other.child, "exit");
    expect(await query((await start(true)).url, "SELECT text FROM note")).toEqual([{ text: "resta" }]);
  });

  it.runIf(asBoth)("says so when the folder is another person's", async () => {
    await chmod(folder, 0o700);
    const { said } = await startElsewhere(postgresAccount("/nowhere")!.uid);
    expect(said).toMatch(/non è di chi avvia UPIAO.*UPIAO_DATA/);
  });
});

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
