import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import pg from "pg";
import { isAlive, type Postgres, startPostgres } from "../../apps/server/src/postgres/index.ts";
import type { TestDatabaseKind } from "./create-test-database.ts";
import type { RunBuild } from "./run-build.ts";
import { spawnServer } from "./spawn-server.ts";

/** The PostgreSQL of this run and its databases. Each kind is prepared once and then copied, in about 60 ms. */
export class RunDatabases {
  private server: Promise<{ postgres: Postgres; admin: pg.Client; folder: string }> | undefined;
  private readonly templates = new Map<string, Promise<string>>();

  constructor(private readonly build: RunBuild) {}

  async create(kind: string): Promise<string> {
    const template = await this.template(kind as TestDatabaseKind);
    return this.copy(template);
  }

  async drop(url: string): Promise<string> {
    const { admin } = await this.start();
    await admin.query(`DROP DATABASE IF EXISTS ${nameOf(url)} WITH (FORCE)`);
    return "";
  }

  async close(): Promise<void> {
    if (!this.server) return;
    const { postgres, admin, folder } = await this.server;
    await admin.end();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }

  private start() {
    this.server ??= startPostgresOfRun();
    return this.server;
  }

  private template(kind: TestDatabaseKind): Promise<string> {
    const known = this.templates.get(kind);
    if (known) return known;
    const made = this.prepare(kind);
    this.templates.set(kind, made);
    return made;
  }

  private async prepare(kind: TestDatabaseKind): Promise<string> {
    if (kind === "empty") return "template0";
    if (kind === "migrated") {
      const url = await this.copy("template0");
      const { migrate, openDatabase } = await import("@upiao/db");
      const database = await openDatabase(url);
      await migrate(database);
      await database.destroy();
      return nameOf(url);
    }
    if (kind !== "demo") throw new Error(`there is no database of the kind ${kind}`);
    const url = await this.copy(await this.template("migrated"));
    const server = await spawnServer(await this.build.folder(), { DATABASE_URL: url, UPIAO_SEED: "demo" });
    await untilFilesAreMade(url);
    await server.kill("SIGTERM");
    return nameOf(url);
  }

  private async copy(template: string): Promise<string> {
    const { postgres, admin } = await this.start();
    const name = `test_${randomUUID().replaceAll("-", "")}`;
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
    return postgres.url.replace(/[^/]+$/, name);
  }
}

/** The demonstration's published plans have files: every server of the run would make them again, beside what is tried. */
async function untilFilesAreMade(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (;;) {
      const { rowCount } = await client.query("SELECT FROM graphile_worker.jobs WHERE queue_name = 'files'");
      if (rowCount === 0) return;
      await setTimeout(50);
    }
  } finally {
    await client.end();
  }
}

const nameOf = (url: string): string => new URL(url).pathname.slice(1);

async function startPostgresOfRun() {
  await removeLeftovers();
  const folder = await mkdtemp(path.join(tmpdir(), `upiao-test-${process.pid}-`));
  const postgres = await startPostgres({ dataDir: folder, durable: false });
  // Vitest does not wait for us when it is interrupted.
  process.once("exit", () => abandon(folder));
  const admin = new pg.Client({ connectionString: postgres.url });
  await admin.connect();
  return { postgres, admin, folder };
}

function abandon(folder: string): void {
  const note = path.join(folder, "cluster/postmaster.pid");
  if (existsSync(note)) process.kill(Number.parseInt(readFileSync(note, "utf8"), 10), "SIGQUIT");
}

/** A run that was killed could not stop its PostgreSQL: the next one does. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const [, pid] = /^upiao-test-(\d+)-/.exec(name) ?? [];
    if (!pid || isAlive(Number(pid))) continue;
    const folder = path.join(tmpdir(), name);
    if ((await stat(folder)).uid !== process.getuid?.()) continue;
    const left = await startPostgres({ dataDir: folder, durable: false }).catch(() => null);
    await left?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
