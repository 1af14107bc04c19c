import { createHash, randomBytes } from "node:crypto";
import pg from "pg";
import { pause } from "../load/crowd.ts";
import { Page } from "./page.ts";
import { Place } from "./place.ts";
import { Tally } from "./tally.ts";

/** More than a section that everybody has left is kept unfolded for. */
const letters = 60;

/** Types a line into the shared section of the demonstration and leaves, until the server has folded it: as most texts are
 *  that are opened again. */
export async function foldExample(databaseUrl: string, nodeUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const ticket = randomBytes(32).toString("base64url");
    const { rows } = await client.query<{ section_id: string }>(
      `WITH session AS (
         INSERT INTO user_session (token_hash, user_id, expires_at)
         SELECT $1, id, now() + interval '1 hour' FROM user_account WHERE email = 'redattore.lucca@upiao.example'
         RETURNING id)
       INSERT INTO sync_ticket (token_hash, session_id, section_id, expires_at)
       SELECT $1, session.id, example.id, now() + interval '1 hour'
         FROM session, (SELECT id FROM section WHERE office_id IS NOT NULL ORDER BY created_at LIMIT 1) AS example
       RETURNING section_id`,
      [createHash("sha256").update(ticket).digest()],
    );
    const { section_id: sectionId } = rows[0]!;
    const place = new Place(sectionId, { tally: new Tally(), askedAgain: 0, holes: 0, onClosed: () => {} });
    const page = new Page(place, `${nodeUrl}/sync/${sectionId}?ack=1&ticket=${ticket}`, "127.0.0.1");
    await page.opened;
    for (let typed = 0; typed < letters; typed++) page.type("a");
    while (page.writer!.durable < page.writer!.end) await pause(10);
    page.leave();
    const folded = `SELECT FROM section_snapshot JOIN section USING (log) WHERE id = $1`;
    while ((await client.query(folded, [sectionId])).rowCount === 0) await pause(100);
  } finally {
    await client.end();
  }
}
