import type { DataSource, EntityManager } from "typeorm";
import { loadLists } from "../load-lists.ts";

/** A signature under a shared section as its text stands now. */
export interface Signature {
  readonly sectionId: string;
  readonly bodyId: string;
  readonly userId: string;
  readonly at: Date;
}

/** The signatures that hold: those at the last place of a section's log. A later word wants them again. */
export function loadSignatures(database: DataSource) {
  return loadLists<Signature>(
    (sectionIds) => readSignatures(database, sectionIds),
    ({ sectionId }) => sectionId,
  );
}

export function readSignatures(
  database: DataSource | EntityManager,
  sectionIds: readonly string[],
): Promise<Signature[]> {
  return database.query(
    `SELECT so.section_id AS "sectionId", so.body_id AS "bodyId", so.user_id AS "userId", so.at
         FROM sign_off so
         JOIN version v ON v.id = so.version_id
         JOIN section s ON s.id = so.section_id
         LEFT JOIN section_snapshot sn ON sn.log = s.log
        WHERE so.section_id = ANY ($1::uuid[])
          AND v.seq = greatest(sn.seq, (SELECT max(u.seq) FROM section_update u WHERE u.log = s.log))
        ORDER BY so.at`,
    [sectionIds],
  );
}
