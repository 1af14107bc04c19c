import DataLoader from "dataloader";
import type { DataSource } from "typeorm";

/** Whose a section is, and what puts it in order among others. */
export interface SectionOwner {
  readonly sectionId: string;
  readonly ownerName: string;
  /** Null for a section of an associated office. */
  readonly bodyId: string | null;
  readonly code: string;
  readonly firstYear: number;
}

/** The owners of sections; null for an unknown id. */
export function loadOwners(database: DataSource) {
  return new DataLoader<string, SectionOwner | null>(async (ids) => {
    const owners: SectionOwner[] = await database.query(
      `SELECT s.id AS "sectionId", coalesce(b.name, o.name) AS "ownerName", b.id AS "bodyId",
              s.code, s.first_year AS "firstYear"
         FROM section s
         LEFT JOIN plan p ON p.id = s.plan_id
         LEFT JOIN body b ON b.id = p.body_id
         LEFT JOIN associated_office o ON o.id = s.office_id
        WHERE s.id = ANY ($1::uuid[])`,
      [ids],
    );
    const byId = new Map(owners.map((owner) => [owner.sectionId, owner]));
    return ids.map((id) => byId.get(id) ?? null);
  });
}
