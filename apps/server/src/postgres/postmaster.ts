import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { CannotStart } from "./cannot-start.ts";
import type { Cluster } from "./cluster.ts";
import { freePort } from "./free-port.ts";
import { launchPostmaster, recoverySeconds } from "./launch-postmaster.ts";
import { noteFile, type PostmasterNote, readNote } from "./postmaster-note.ts";
import { isAlive, isPostgres } from "./process-alive.ts";
import { sentences } from "./sentences.ts";

// After a kill -9 the last processes of the old server hold the directory for about a second; and a port
// that was free a moment ago may be taken.
const launchSeconds = 5;

/** The address of a database of this server. */
export function addressOf(cluster: Cluster, port: number, database: string): string {
  return `postgres://upiao:${cluster.password}@127.0.0.1:${port}/${database}`;
}

/** The port of a server of this directory that answers: one that outlived who launched it, or a new one, on
 *  `wanted` when given. */
export async function bringUp(cluster: Cluster, wanted?: number): Promise<number> {
  const deadline = Date.now() + launchSeconds * 1000;
  for (;;) {
    const survivor = await survivingPort(cluster);
    if (survivor !== null) return survivor;
    const port = wanted ?? (await freePort());
    const failure = await launchPostmaster(cluster, port);
    if (failure === null) return port;
    if (Date.now() > deadline) throw new CannotStart(sentences.doesNotStart(cluster.logFile, failure));
    await delay(200);
  }
}

/** Stops the server of this directory, whoever launched it, and waits for its end. */
export async function bringDown(cluster: Cluster): Promise<void> {
  const program = path.join(cluster.programs.folder, "pg_ctl");
  try {
    await promisify(execFile)(program, ["stop", "-m", "fast", "-w", "-D", cluster.told], cluster.as);
  } catch (error) {
    const note = await readNote(cluster);
    if (note && isPostgres(note.pid)) throw error;
  }
}

/** The port of a server of this directory that answers, or null; one that is starting is waited for. */
export async function survivingPort(cluster: Cluster): Promise<number | null> {
  const deadline = Date.now() + recoverySeconds * 1000;
  for (;;) {
    const note = await readNote(cluster);
    if (note === null) return null;
    if (!isPostgres(note.pid)) {
      // PostgreSQL would take whoever has this number now for a server. It does not need the note to notice
      // a living one: it finds that one's shared memory too.
      if (isAlive(note.pid)) await rm(noteFile(cluster), { force: true });
      return null;
    }
    if (note.status === "ready") return (await serves(cluster, note)) ? note.port : null;
    if (Date.now() > deadline) return null;
    await delay(20);
  }
}

/** Another server may have the port that the note names: ours is the one that reads the same note. */
async function serves(cluster: Cluster, note: PostmasterNote): Promise<boolean> {
  const client = new pg.Client({ connectionString: addressOf(cluster, note.port, "postgres") });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query("SELECT pg_read_file('postmaster.pid') AS note");
    return rows[0].note === note.text;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
