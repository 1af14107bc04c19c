import { Section, UpdateLog } from "@upiao/db";
import { markdownToUpdate } from "@upiao/document";
import type { DataSource } from "typeorm";

/** Adds words to the log of a section, as the sync server does when somebody types. */
export async function writeText(
  database: DataSource,
  sectionId: string,
  markdown: string,
  authorId: string,
): Promise<void> {
  const { log: number } = await database.getRepository(Section).findOneByOrFail({ id: sectionId });
  const rows: { last: number }[] = await database.query(
    "SELECT coalesce(max(seq), 0) AS last FROM section_update WHERE log = $1",
    [number],
  );
  const clientId = Math.floor(Math.random() * 2 ** 31);
  const log = new UpdateLog(database);
  try {
    const bytes = markdownToUpdate(markdown, clientId);
    const updates = [{ bytes, authorId: null }];
    const claims = new Map([[clientId, authorId]]);
    const outcomes = await log.append([{ sectionId, log: number, seq: rows[0]!.last + 1, updates, claims }]);
    if (outcomes[0] !== "APPENDED") throw new Error(`the text was not written: ${outcomes[0]}`);
  } finally {
    await log.close();
  }
}
