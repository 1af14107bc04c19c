import type { DataSource, EntityManager } from "typeorm";
import { loadLists } from "../load-lists.ts";

interface Row {
  plan_id: string;
  section_id: string;
}

/** Ids of a plan's own sections and of those that its body shares, or has shared, in its years. More than
 *  stands in the plan, and more than anybody may see: the rules say which. */
export function loadPlanSections(database: DataSource) {
  return loadLists<Row>(
    (planIds) => sectionsAround(database, planIds),
    (row) => row.plan_id,
  );
}

/** The same for these plans, inside a transaction. */
export function sectionsAround(
  database: DataSource | EntityManager,
  planIds: readonly string[],
): Promise<Row[]> {
  return database.query(
    `SELECT s.plan_id, s.id AS section_id, s.code FROM section s WHERE s.plan_id = ANY ($1::uuid[])
     UNION
     SELECT p.id, s.id, s.code FROM plan p
       JOIN associated_office o ON o.lead_body_id = p.body_id
       JOIN section s ON s.office_id = o.id AND s.first_year = p.first_year
      WHERE p.id = ANY ($1::uuid[])
     UNION
     SELECT p.id, s.id, s.code FROM plan p
       JOIN office_member m ON m.body_id = p.body_id
       JOIN section s ON s.office_id = m.office_id AND s.first_year = p.first_year
      WHERE p.id = ANY ($1::uuid[])
      ORDER BY code, section_id`,
    [planIds],
  );
}
