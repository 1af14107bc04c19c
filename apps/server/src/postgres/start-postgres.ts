import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Client } from "pg";
import { openCluster } from "./cluster.ts";
import { FolderTaken, holdFolder } from "./hold-folder.ts";
import { addressOf, bringDown, bringUp } from "./postmaster.ts";

/** The platform's database. */
export const database = "upiao";

export interface PostgresOptions {
  /** The folder of the data; made when absent. */
  readonly dataDir: string;
  /** False only for tests: a power cut may lose everything. */
  readonly durable: boolean;
  /** Hears why a server that died could not be brought back yet; it is tried again until it is stopped. */
  readonly onFault?: (error: Error) => void;
}

export interface Postgres {
  /** The address of the platform's database; it stays the same when the server dies and is brought back. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the PostgreSQL that came by npm on a folder that no other process serves, and keeps it running.
 *  Throws `CannotStart` with a sentence for the person at the terminal. */
export async function startPostgres({ dataDir, durable, onFault }: PostgresOptions): Promise<Postgres> {
  const folder = path.resolve(dataDir);
  const cluster = await openCluster(folder, durable);
  const port = await bringUp(cluster);
  const hold = () => holdFolder(addressOf(cluster, port, "postgres"), folder);

  let holder: Client | null = await hold().catch(async (error) => {
    if (!(error instanceof FolderTaken)) await bringDown(cluster);
    throw error;
  });
  await createDatabase(holder);

  let stopping = false;
  let revival = Promise.resolve();
  const guard = (client: Client) =>
    client.once("end", () => {
      holder = null;
      if (!stopping) revival = revive();
    });
  const revive = async (): Promise<void> => {
    while (!stopping) {
      try {
        await bringUp(cluster, port);
        holder = await hold();
        guard(holder);
        return;
      } catch (error) {
        onFault?.(error as Error);
        await delay(500);
      }
    }
  };
  guard(holder);

  let stop: Promise<void> | undefined;
  const bringAllDown = async (): Promise<void> => {
    stopping = true;
    await revival;
    await holder?.end();
    await bringDown(cluster);
  };

  return {
    url: addressOf(cluster, port, database),
    stop() {
      stop ??= bringAllDown();
      return stop;
    },
  };
}

async function createDatabase(client: Client): Promise<void> {
  const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [database]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
}
