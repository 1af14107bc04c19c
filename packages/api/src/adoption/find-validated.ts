import type { DataSource, EntityManager } from "typeorm";

/** The versions at which these sections were last validated; one that never was has no entry. */
export async function findValidated(
  database: DataSource | EntityManager,
  sectionIds: readonly string[],
): Promise<Map<string, string>> {
  const rows: { section_id: string; version_id: string }[] = await database.query(
    `SELECT DISTINCT ON (section_id) section_id, version_id FROM workflow_step
      WHERE section_id = ANY ($1::uuid[]) AND action = 'VALIDATE' AND version_id IS NOT NULL
      ORDER BY section_id, at DESC`,
    [sectionIds],
  );
  return new Map(rows.map((row) => [row.section_id, row.version_id]));
}
