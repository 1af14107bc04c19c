import type { Competence, Role } from "@upiao/domain";
import type { DataSource } from "typeorm";
import { loadLists } from "../load-lists.ts";

/** An open finding, with the first and the last words of its thread. */
export interface FindingRow {
  readonly id: string;
  readonly sectionId: string;
  readonly quote: string | null;
  readonly byUserId: string;
  readonly bodyId: string;
  readonly role: Role;
  readonly competence: Competence | null;
  readonly createdAt: Date;
  readonly text: string | null;
  readonly lastAt: Date | null;
  readonly lastUserId: string | null;
}

/** The open findings of sections, the oldest first. */
export function loadFindings(database: DataSource) {
  return loadLists<FindingRow>(
    (sectionIds) =>
      database.query(
        `SELECT t.id, t.section_id AS "sectionId", t.quote, t.by_user_id AS "byUserId", t.body_id AS "bodyId",
                t.role, t.competence, t.created_at AS "createdAt",
                first.text, last.at AS "lastAt", last.by_user_id AS "lastUserId"
           FROM comment_thread t
           LEFT JOIN LATERAL (SELECT text FROM comment c WHERE c.thread_id = t.id ORDER BY c.at LIMIT 1) first ON true
           LEFT JOIN LATERAL (SELECT at, by_user_id FROM comment c
                               WHERE c.thread_id = t.id AND c.deleted_at IS NULL ORDER BY c.at DESC LIMIT 1) last ON true
          WHERE t.section_id = ANY ($1::uuid[]) AND t.kind = 'FINDING' AND t.state = 'OPEN'
          ORDER BY t.created_at, t.id`,
        [sectionIds],
      ),
    (row) => row.sectionId,
  );
}
