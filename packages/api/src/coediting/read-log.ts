import { type LogReading, readLogs } from "@upiao/db";
import type { DataSource, EntityManager } from "typeorm";

/** A section's log, and its number. Nothing has been read where nobody has written. Throws when it has a hole, or when
 *  there is no such section. */
export async function readLog(
  database: DataSource | EntityManager,
  sectionId: string,
): Promise<{ readonly log: number; readonly reading: LogReading | undefined }> {
  const [section]: { log: number }[] = await database.query("SELECT log FROM section WHERE id = $1", [
    sectionId,
  ]);
  if (!section) throw new Error("no such section");
  const reading = (await readLogs(database, [sectionId])).get(sectionId);
  if (reading instanceof Error) throw reading;
  return { log: section.log, reading };
}
