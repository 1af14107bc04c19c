import DataLoader from "dataloader";
import type { DataSource } from "typeorm";

/** What on a section is still to be answered or closed. How many changes are open in it, its text says. */
export interface OpenMatters {
  readonly threads: number;
  readonly proposals: number;
}

export function loadOpenMatters(database: DataSource) {
  return new DataLoader<string, OpenMatters>(async (sectionIds) => {
    const rows: (OpenMatters & { id: string })[] = await database.query(
      `SELECT s.id,
              (SELECT count(*)::int FROM comment_thread t WHERE t.section_id = s.id AND t.state = 'OPEN') AS threads,
              (SELECT count(*)::int FROM proposal p WHERE p.section_id = s.id AND p.state = 'OPEN') AS proposals
         FROM unnest($1::uuid[]) AS s (id)`,
      [sectionIds],
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return sectionIds.map((id) => byId.get(id)!);
  });
}
