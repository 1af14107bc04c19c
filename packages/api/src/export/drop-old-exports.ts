import type { DataSource } from "typeorm";
import { keptExportHours } from "../limits.ts";

/** Forgets files of yesterday, and gives up what nobody has finished in an hour: whoever worked at it has died each time. */
export async function dropOldExports(database: DataSource): Promise<void> {
  await database.query("DELETE FROM file_export WHERE at < now() - make_interval(hours => $1)", [
    keptExportHours,
  ]);
  await database.query(
    `UPDATE file_export SET state = 'FAILED', failure = 'NOT_WRITTEN'
      WHERE state IN ('QUEUED', 'RUNNING') AND at < now() - interval '1 hour'`,
  );
}
