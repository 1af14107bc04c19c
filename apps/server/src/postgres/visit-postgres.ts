import path from "node:path";
import { openCluster } from "./cluster.ts";
import { FolderTaken } from "./hold-folder.ts";
import { addressOf, survivingPort } from "./postmaster.ts";
import { database, type Postgres, startPostgres } from "./start-postgres.ts";

/** The PostgreSQL of a folder for a short errand: the one that serves there already, which goes on afterwards,
 *  or one started for it. */
export async function visitPostgres(dataDir: string): Promise<Postgres> {
  try {
    return await startPostgres({ dataDir, durable: true });
  } catch (error) {
    if (!(error instanceof FolderTaken)) throw error;
    const cluster = await openCluster(path.resolve(dataDir), true);
    const port = await survivingPort(cluster);
    // It ended in this very moment.
    if (port === null) throw error;
    return { url: addressOf(cluster, port, database), stop: async () => {} };
  }
}
