import pg from "pg";
import { Crowd, pause } from "../load/crowd.ts";
import type { Scenario } from "./index.ts";

const sections = 20;
const writers = 2;
const perSecond = 10;

/** Bytes of the write-ahead log for each edit at the quiet office, soon after a checkpoint: images of whole pages, which
 *  grow fewer the longer it is past, are among them. */
export const writing: Scenario = async (server, _cluster, { seconds }) => {
  if (!server.databaseUrl) return null;
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  const crowd = new Crowd(server);
  try {
    await crowd.enter(await server.makeRooms(sections), writers);
    crowd.every(perSecond, crowd.people, (person) => person.write());
    // What was loaded at the start is tidied up now, and not by PostgreSQL itself in the middle.
    await client.query("VACUUM (FREEZE, ANALYZE)");
    await client.query("CHECKPOINT");
    await pause(5_000);
    const before = await walOf(client);
    await pause(Math.max(20, seconds) * 1000);
    const edits = sections * writers * perSecond * Math.max(20, seconds);
    return { perEdit: ((await walOf(client)) - before) / edits };
  } finally {
    await crowd.leave();
    await client.end();
  }
};

async function walOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ bytes: string }>(
    "SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn AS bytes",
  );
  return Number(rows[0]!.bytes);
}
