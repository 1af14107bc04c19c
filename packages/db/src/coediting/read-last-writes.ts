import type { DataSource } from "typeorm";

/** When somebody last wrote in each section; those in which nobody has are not among them. */
export async function readLastWrites(
  database: DataSource,
  sectionIds: readonly string[],
): Promise<Map<string, Date>> {
  const rows: { id: string; at: Date }[] = await database.query(
    `SELECT section.id, last.at FROM section
      CROSS JOIN LATERAL (SELECT at FROM section_update AS u WHERE u.log = section.log ORDER BY seq DESC LIMIT 1) AS last
      WHERE section.id = ANY ($1::uuid[])`,
    [sectionIds],
  );
  return new Map(rows.map(({ id, at }) => [id, at]));
}
