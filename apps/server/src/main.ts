import { pino } from "pino";
import { readConfig } from "./config.ts";
import { openPlatform, type Platform } from "./platform.ts";
import { type Postgres, startPostgres } from "./postgres/index.ts";
import { whyNotStarted } from "./why-not-started.ts";

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

try {
  const config = readConfig(process.env);
  let databaseUrl = config.databaseUrl;
  if (databaseUrl === undefined) {
    postgres = await startPostgres({
      dataDir: config.dataDir,
      durable: true,
      onFault: (error) => log.error({ fault: error.message }, "PostgreSQL could not be brought back yet"),
    });
    databaseUrl = postgres.url;
    say("PostgreSQL avviato");
  }
  platform = await openPlatform(config, databaseUrl, log, say);
  process.stdout.write(`UPIAO ready ${platform.url}\n`);
} catch (error) {
  process.stderr.write(`✗ ${whyNotStarted(error)}\n`);
  await stop(1);
}
