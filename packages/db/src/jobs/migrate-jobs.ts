import type { DataSource } from "typeorm";
import { poolOf } from "../pool-of.ts";

/** The last migration of graphile-worker 0.16. */
const lastMigration = 18;

/** Brings the tables of the queue up to date. They are graphile-worker's, in a schema of its own; it is loaded only where
 *  something is missing, as that takes as long as a third of all else that a warm start does to its database. */
export async function migrateJobs(database: DataSource): Promise<void> {
  const [{ found }] = await database.query(
    "SELECT to_regclass('graphile_worker.migrations') IS NOT NULL AS found",
  );
  if (found) {
    const [{ id }] = await database.query("SELECT max(id) AS id FROM graphile_worker.migrations");
    if (id >= lastMigration) return;
  }
  const { Logger, runMigrations } = await import("graphile-worker");
  await runMigrations({ pgPool: poolOf(database), logger: new Logger(() => () => {}) });
}
