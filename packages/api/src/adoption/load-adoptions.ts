import { Adoption, Publication } from "@upiao/db";
import DataLoader from "dataloader";
import { type DataSource, In } from "typeorm";
import { loadLists } from "../load-lists.ts";

/** How these plans were adopted, the latest first; without their contents. */
export function loadPlanAdoptions(database: DataSource) {
  return loadLists<Adoption>(
    (planIds) =>
      database
        .getRepository(Adoption)
        .find({ where: { planId: In([...planIds]) }, order: { amendment: "DESC" } }),
    (adoption) => adoption.planId,
  );
}

/** Of these adoptions, when they were put online. */
export function loadPublications(database: DataSource): DataLoader<string, Publication | null> {
  return new DataLoader(async (ids) => {
    const rows = await database.getRepository(Publication).findBy({ adoptionId: In([...ids]) });
    const found = new Map(rows.map((row) => [row.adoptionId, row]));
    return ids.map((id) => found.get(id) ?? null);
  });
}
