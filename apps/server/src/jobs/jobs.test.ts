import { Writable } from "node:stream";
import { enqueueJob, openDatabase, poolOf } from "@upiao/db";
import { createTestDatabase, type TestDatabase, until, WireCutter } from "@upiao/test";
import { pino } from "pino";
import type { DataSource } from "typeorm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Scheduled, Works } from "./job.ts";
import { Jobs } from "./jobs.ts";

let place: TestDatabase;
let database: DataSource;
let logged: string;
const nodes: Jobs[] = [];

beforeAll(async () => {
  place = await createTestDatabase();
  database = await openDatabase(place.url);
});
beforeEach(() => {
  logged = "";
});
afterEach(async () => {
  await Promise.all(nodes.splice(0).map((node) => node.stop()));
  await database.query("DELETE FROM graphile_worker._private_jobs");
});
afterAll(async () => {
  await database.destroy();
  await place.drop();
});

/** Opens the queue on a node of its own. */
function open(works: Works, on = database, schedule: readonly Scheduled[] = []): Jobs {
  const log = pino(
    new Writable({
      write(line, _encoding, done) {
        logged += line;
        done();
      },
    }),
  );
  const node = new Jobs({ database: on, works, schedule, log });
  nodes.push(node);
  return node;
}

const waiting = async (): Promise<{ attempts: number; run_at: Date; locked_by: string | null }[]> =>
  database.query(
    "SELECT attempts, run_at, locked_by FROM graphile_worker.jobs WHERE task_identifier <> 'nothing'",
  );

describe("a job", () => {
  it("exists exactly when the change is committed that asks for it", async () => {
    const done: string[] = [];
    open({ note: async ({ what }: { what: string }) => void done.push(what) });
    const refused = database.transaction(async (tx) => {
      await enqueueJob(tx, { name: "note", payload: { what: "rolled back" } });
      throw new Error("not after all");
    });
    await expect(refused).rejects.toThrow("not after all");
    await database.transaction((tx) => enqueueJob(tx, { name: "note", payload: { what: "committed" } }));
    await until(() => done.length > 0);
    expect(done).toEqual(["committed"]);
  });

  it("is done by one of several nodes", async () => {
    const done: number[] = [];
    const works: Works = { note: async ({ n }: { n: number }) => void done.push(n) };
    const other = await openDatabase(place.url);
    try {
      open(works);
      open(works, other);
      const numbers = Array.from({ length: 60 }, (_, n) => n);
      for (const n of numbers) await enqueueJob(database, { name: "note", payload: { n } });
      await until(async () => (await waiting()).length === 0);
      expect(done.sort((a, b) => a - b)).toEqual(numbers);
      await Promise.all(nodes.splice(0).map((node) => node.stop()));
    } finally {
      await other.destroy();
    }
  });

  it("that fails is tried again after a pause that grows, and its log line holds nothing of its payload", async () => {
    const attempts: number[] = [];
    // The pause is counted from then, however late the machine is.
    const then = new Date(Date.now() + 3_600_000);
    open({
      fail: async (_payload: object, { attempt }) => {
        attempts.push(attempt);
        await database.query("UPDATE graphile_worker._private_jobs SET run_at = $1", [then]);
        throw new Error("no such luck");
      },
    });
    await enqueueJob(database, { name: "fail", payload: { email: "mario.rossi@ente.example" } });
    for (const attempt of [1, 2, 3]) {
      await until(async () => (await waiting()).some((job) => job.attempts === attempt && !job.locked_by));
      const [job] = await waiting();
      expect((job!.run_at.getTime() - then.getTime()) / 1_000).toBeCloseTo(Math.E ** attempt, 2);
      await database.query("UPDATE graphile_worker._private_jobs SET run_at = now()");
      // Another new job wakes the queue, which would look again a little later.
      await enqueueJob(database, { name: "nothing" });
    }
    expect(attempts.slice(0, 3)).toEqual([1, 2, 3]);
    expect(logged).toContain("a job has failed, and will be tried again");
    expect(logged).not.toContain("mario.rossi");
  });

  it("that has failed too often is kept, and not tried again", async () => {
    const attempts: number[] = [];
    await enqueueJob(database, { name: "fail" });
    await database.query("UPDATE graphile_worker._private_jobs SET attempts = max_attempts - 1");
    open({
      fail: async (_payload: object, { attempt }) => {
        attempts.push(attempt);
        throw new Error("no such luck");
      },
      note: async () => {},
    });
    await until(() => logged.includes("a job has failed for good, and is kept"));
    await until(async () => (await waiting()).every((job) => !job.locked_by));
    await database.query("UPDATE graphile_worker._private_jobs SET run_at = now()");
    await enqueueJob(database, { name: "note" });
    await until(async () => (await waiting()).length === 1);
    expect(attempts).toEqual([25]);
  });

  it("of a node that was killed is done by another", async () => {
    const done: string[] = [];
    await enqueueJob(database, { name: "note", payload: { what: "left behind" } });
    // As a process leaves it that ends between two statements.
    await database.query(
      "UPDATE graphile_worker._private_jobs SET locked_by = 'worker-that-was-killed', locked_at = now(), attempts = 1",
    );
    open({ note: async ({ what }: { what: string }) => void done.push(what) });
    await until(() => done.length > 0);
    expect(done).toEqual(["left behind"]);
  });

  it("of a node that lives is left to it, and is waited for when the node stops", async () => {
    const done: string[] = [];
    let end = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const node = open({
      long: async () => {
        done.push("begun");
        await ended;
        done.push("ended");
      },
    });
    await enqueueJob(database, { name: "long" });
    await until(() => done.length > 0);
    const other = await openDatabase(place.url);
    try {
      const second = open(
        { long: async () => void done.push("by another"), note: async () => void done.push("noted") },
        other,
      );
      await enqueueJob(database, { name: "note" });
      await until(() => done.includes("noted"));
      await second.stop();
      nodes.pop();
    } finally {
      await other.destroy();
    }
    const stopped = node.stop().then(() => done.push("stopped"));
    nodes.pop();
    end();
    await stopped;
    expect(done).toEqual(["begun", "noted", "ended", "stopped"]);
    expect(await waiting()).toEqual([]);
  });

  it("is done also after PostgreSQL has cut every connection", async () => {
    const done: string[] = [];
    open({ note: async ({ what }: { what: string }) => void done.push(what) });
    await enqueueJob(database, { name: "note", payload: { what: "before" } });
    await until(() => done.length === 1);
    await database.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
    );
    await enqueueJob(database, { name: "note", payload: { what: "after" } });
    await until(() => done.length === 2);
    expect(done).toEqual(["before", "after"]);
  });

  it("[T44] that the clock asks for is done also after a time in which the database refused the clock", async () => {
    const done: string[] = [];
    await database.query(
      `INSERT INTO graphile_worker._private_known_crontabs (identifier, known_since, last_execution)
       VALUES ('note', now() - interval '2 days', now() - interval '2 days')`,
    );
    await database.query("ALTER TABLE graphile_worker._private_known_crontabs RENAME TO away");
    const works: Works = { note: async () => void done.push("on time") };
    open(works, database, [{ name: "note", when: "* * * * *", madeUpForMs: 3_600_000 }]);
    await until(() => logged.includes("the queue of jobs is closed, and will be opened again"));
    await database.query("ALTER TABLE graphile_worker.away RENAME TO _private_known_crontabs");
    await until(() => done.length > 0);
  });
});

describe("the queue", () => {
  it("stops while it opens, also when its database goes in that moment, and leaves nothing that ends the process", async () => {
    const wire = new WireCutter();
    const other = await openDatabase(await wire.lay(place.url));
    try {
      const listens = new Promise<void>((resolve) => {
        poolOf(other).on("acquire", (client) => {
          const query = client.query.bind(client) as (...said: unknown[]) => never;
          client.query = (...said: unknown[]) => {
            if (String(said[0]).startsWith("LISTEN")) {
              wire.stall();
              resolve();
            }
            return query(...said);
          };
        });
      });
      const node = open({}, other);
      nodes.pop();
      await listens;
      const stopped = node.stop();
      await wire.cut();
      // What nobody catches would fail the whole run.
      await stopped;
    } finally {
      await other.destroy();
    }
  });
});
