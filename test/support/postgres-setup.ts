import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { migrate, openDatabase } from "@upiao/db";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startPostgres } from "../../apps/server/src/postgres/index.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Of the run's own PostgreSQL, in which `upiao_template` has the schema. */
    postgresUrl: string;
  }
}

/** One PostgreSQL for the run, on a port and in a folder of its own: two runs do not meet. */
export default async function setUpPostgres(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), "upiao-test-"));
  const postgres = await startPostgres({ dataDir: path.join(folder, "data"), durable: false });
  const template = new URL(postgres.url);
  template.pathname = "/upiao_template";
  const admin = new pg.Client({ connectionString: postgres.url });
  await admin.connect();
  await admin.query("CREATE DATABASE upiao_template");
  await admin.end();
  const database = await openDatabase(template.href);
  await migrate(database);
  await database.destroy();
  project.provide("postgresUrl", postgres.url);
  return async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
