import { loadSectionFacts } from "@upiao/db";
import type { SectionFacts } from "@upiao/domain";
import DataLoader from "dataloader";
import type { DataSource } from "typeorm";

/** What the rules need to know of a section; null for an unknown id. */
export function loadFacts(database: DataSource) {
  return new DataLoader<string, SectionFacts | null>(async (ids) => {
    const facts = await loadSectionFacts(database, ids);
    return ids.map((id) => facts.get(id) ?? null);
  });
}
