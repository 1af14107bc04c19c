import { SectionLog } from "@upiao/db";
import DataLoader from "dataloader";
import { type DataSource, In } from "typeorm";

/** When somebody last wrote in a section, or null. */
export function loadLastWrites(database: DataSource) {
  return new DataLoader<string, Date | null>(async (sectionIds) => {
    const logs = await database.getRepository(SectionLog).findBy({ sectionId: In([...sectionIds]) });
    const at = new Map(logs.map((log) => [log.sectionId, log.updatedAt]));
    return sectionIds.map((id) => at.get(id) ?? null);
  });
}
