import type { DataSource } from "typeorm";
import type { LogReading } from "./update-log.ts";

interface Row {
  section_id: string;
  kind: "head" | "snapshot" | "update";
  seq: string;
  bytes: Buffer;
  author_id: string;
}

/** The whole logs of several sections, in one statement. A section in which nobody has written has no entry;
 *  one whose log has a hole has an error, so that it does not take the others with it. */
export async function readLogs(
  database: DataSource,
  sectionIds: readonly string[],
): Promise<Map<string, LogReading | Error>> {
  // One statement sees one moment, also while another node folds a log.
  const rows: Row[] = await database.query(
    `WITH base AS (SELECT section_id, seq, bytes FROM section_snapshot WHERE section_id = ANY ($1::uuid[]))
     SELECT section_id, 'head' AS kind, last_seq AS seq, NULL::bytea AS bytes, NULL::uuid AS author_id
       FROM section_log WHERE section_id = ANY ($1::uuid[])
     UNION ALL
     SELECT section_id, 'snapshot', seq, bytes, NULL FROM base
     UNION ALL
     SELECT u.section_id, 'update', u.seq, u.bytes, u.author_id
       FROM section_update u LEFT JOIN base USING (section_id)
      WHERE u.section_id = ANY ($1::uuid[]) AND u.seq > coalesce(base.seq, 0)
      ORDER BY section_id, seq`,
    [sectionIds],
  );
  const bySection = new Map<string, Row[]>();
  for (const row of rows) {
    const own = bySection.get(row.section_id);
    if (own) own.push(row);
    else bySection.set(row.section_id, [row]);
  }
  return new Map([...bySection].map(([sectionId, own]) => [sectionId, readingOf(sectionId, own)]));
}

function readingOf(sectionId: string, rows: readonly Row[]): LogReading | Error {
  const head = Number(rows.find((row) => row.kind === "head")?.seq ?? 0);
  const snapshot = rows.find((row) => row.kind === "snapshot");
  const updates = rows
    .filter((row) => row.kind === "update")
    .map((row) => ({ seq: Number(row.seq), bytes: row.bytes, authorId: row.author_id }));
  const start = Number(snapshot?.seq ?? 0);
  const whole = updates.every((update, index) => update.seq === start + index + 1);
  if (!whole || start + updates.length !== head)
    return new Error(`the log of section ${sectionId} has a hole`);
  return { seq: head, snapshot: snapshot?.bytes ?? null, updates };
}
