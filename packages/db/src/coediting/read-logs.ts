import type { DataSource, EntityManager } from "typeorm";
import { type LogReading, type LogRow, readingOf } from "./log-reading.ts";

/** The whole logs of several sections, in one statement. A section in which nobody has written has no entry;
 *  one whose log has a hole has an error, so that it does not take the others with it. */
export async function readLogs(
  database: DataSource | EntityManager,
  sectionIds: readonly string[],
): Promise<Map<string, LogReading | Error>> {
  // One statement sees one moment, also while another node folds a log.
  const rows: (LogRow & { section_id: string; log: number })[] = await database.query(
    `WITH asked AS (SELECT id AS section_id, log FROM section WHERE id = ANY ($1::uuid[])),
          base AS (SELECT s.log, s.seq, s.bytes FROM section_snapshot s JOIN asked USING (log))
     SELECT section_id, log, 'snapshot' AS kind, seq, bytes FROM base JOIN asked USING (log)
     UNION ALL
     SELECT section_id, log, 'batch', u.seq, u.updates
       FROM asked JOIN section_update u USING (log) LEFT JOIN base USING (log)
      WHERE u.seq > coalesce(base.seq, 0)
      ORDER BY section_id, seq`,
    [sectionIds],
  );
  const bySection = new Map<string, typeof rows>();
  for (const row of rows) {
    const own = bySection.get(row.section_id);
    if (own) own.push(row);
    else bySection.set(row.section_id, [row]);
  }
  return new Map([...bySection].map(([sectionId, own]) => [sectionId, readOrFault(own[0]!.log, own)]));
}

function readOrFault(log: number, rows: readonly LogRow[]): LogReading | Error {
  try {
    return readingOf(log, 0, rows);
  } catch (error) {
    return error instanceof Error ? error : new Error("a log cannot be read");
  }
}
