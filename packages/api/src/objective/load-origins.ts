import type { DataSource } from "typeorm";
import { loadLists } from "../load-lists.ts";
import { publishedSection } from "./published-section.ts";

export interface OriginRow {
  readonly id: string;
  readonly section_id: string;
  readonly title: string;
  readonly owner_name: string;
  readonly first_year: number;
  readonly is_published: boolean;
  readonly is_removed: boolean;
}

/** Objectives by id, with whose plan they stand in: a list of one, or of none. Not to be shown before the rules are asked. */
export function loadOrigins(database: DataSource) {
  return loadLists<OriginRow>(
    (ids) =>
      database.query(
        `SELECT o.id, o.section_id, o.title, coalesce(b.name, f.name) AS owner_name, s.first_year,
                ${publishedSection} AS is_published, o.removed_at IS NOT NULL AS is_removed
           FROM objective o
           JOIN section s ON s.id = o.section_id
           LEFT JOIN plan p ON p.id = s.plan_id
           LEFT JOIN body b ON b.id = p.body_id
           LEFT JOIN associated_office f ON f.id = s.office_id
          WHERE o.id = ANY ($1::uuid[])`,
        [ids],
      ),
    ({ id }) => id,
  );
}
