import cluster from "node:cluster";
import { pino } from "pino";
import { type Config, readConfig } from "./config.ts";
import { openPlatform, type Platform } from "./platform.ts";
import { type Postgres, startPostgres } from "./postgres/index.ts";
import { prepareDatabase } from "./prepare-database.ts";
import { whyNotStarted } from "./why-not-started.ts";
import { tellPrimary } from "./worker-link.ts";
import { openWorkers } from "./workers.ts";

const log = pino({ level: "info" }, pino.destination({ fd: 2, sync: true }));
const say = (line: string) => process.stdout.write(`✓ ${line}\n`);

let postgres: Postgres | null = null;
let platform: Platform | null = null;
let stopping = false;

/** Ends once, whatever asks for it and however often. A second signal does not cut the first one short. */
async function stop(status: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  try {
    await platform?.stop();
    await postgres?.stop();
  } catch (error) {
    log.error(error, "the platform did not end cleanly");
    status = 1;
  }
  process.exit(status);
}

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop(0));

async function open(config: Config): Promise<Platform> {
  let { databaseUrl } = config;
  if (databaseUrl === undefined) {
    postgres = await startPostgres({
      dataDir: config.dataDir,
      durable: true,
      onFault: (error) => log.error({ fault: error.message }, "PostgreSQL could not be brought back yet"),
    });
    databaseUrl = postgres.url;
    say("PostgreSQL avviato");
  }
  // A worker is given a database that is prepared.
  if (!cluster.isWorker) await prepareDatabase(config, databaseUrl, say);
  const opensDoors = cluster.isWorker || config.workers === 1;
  return opensDoors ? openPlatform(config, databaseUrl, log) : openWorkers(config.workers, databaseUrl, log);
}

try {
  platform = await open(readConfig(process.env));
  if (cluster.isWorker) await tellPrimary({ kind: "ready", url: platform.url });
  else process.stdout.write(`UPIAO ready ${platform.url}\n`);
} catch (error) {
  const sentence = whyNotStarted(error);
  if (cluster.isWorker) await tellPrimary({ kind: "failed", sentence });
  else if (!stopping) process.stderr.write(`✗ ${sentence}\n`);
  await stop(1);
}
