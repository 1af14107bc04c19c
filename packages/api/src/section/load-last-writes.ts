import { readLastWrites } from "@upiao/db";
import DataLoader from "dataloader";
import type { DataSource } from "typeorm";

/** When somebody last wrote in a section, or null. */
export function loadLastWrites(database: DataSource) {
  return new DataLoader<string, Date | null>(async (sectionIds) => {
    const at = await readLastWrites(database, sectionIds);
    return sectionIds.map((id) => at.get(id) ?? null);
  });
}
