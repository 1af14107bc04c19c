import DataLoader from "dataloader";
import type { DataSource } from "typeorm";

/** The id of the last frozen version of a section; null when none is. */
export function loadFrozenVersionIds(database: DataSource) {
  return new DataLoader<string, string | null>(async (sectionIds) => {
    const rows: { section_id: string; id: string }[] = await database.query(
      `SELECT s.id AS section_id, last.id
         FROM unnest($1::uuid[]) AS s (id)
         JOIN LATERAL (SELECT v.id FROM version v WHERE v.section_id = s.id AND v.kind = 'FROZEN'
                        ORDER BY v.number DESC LIMIT 1) last ON true`,
      [sectionIds],
    );
    const bySection = new Map(rows.map((row) => [row.section_id, row.id]));
    return sectionIds.map((id) => bySection.get(id) ?? null);
  });
}
