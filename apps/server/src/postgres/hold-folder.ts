import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import { CannotStart } from "./cannot-start.ts";
import { sentences } from "./sentences.ts";

// A process that was just killed still holds the folder until PostgreSQL notices.
const patienceSeconds = 2;

/** Thrown when another process serves from this folder. */
export class FolderTaken extends CannotStart {}

/** Keeps every other process off this folder for as long as the returned connection lives. */
export async function holdFolder(url: string, folder: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: "upiao folder", keepAlive: true });
  // What happens to it is told by its end.
  client.on("error", () => {});
  await client.connect();
  const deadline = Date.now() + patienceSeconds * 1000;
  for (;;) {
    const { rows } = await client.query("SELECT pg_try_advisory_lock(hashtext('upiao folder')) AS held");
    if (rows[0].held) return client;
    if (Date.now() > deadline) break;
    await delay(100);
  }
  await client.end();
  throw new FolderTaken(sentences.alreadyRunning(folder));
}
