import type { DataSource, EntityManager } from "typeorm";

/** Which sections a body measures in a year: those of its latest plan, and of each of its offices' latest shared strategy, that
 *  cover the year. A later one replaces those before it, with its own indicators. For SQL: `$1` is the year. */
export const measuredSectionsSql = `
  SELECT p.body_id, s.id AS section_id, s.code
    FROM plan p JOIN section s ON s.plan_id = p.id
   WHERE p.first_year = (SELECT max(q.first_year) FROM plan q
                          WHERE q.body_id = p.body_id AND q.first_year BETWEEN $1 - 2 AND $1)
  UNION ALL
  SELECT taking.body_id, s.id, s.code
    FROM (SELECT lead_body_id AS body_id, id AS office_id FROM associated_office
          UNION SELECT body_id, office_id FROM office_member) AS taking
    JOIN section s ON s.office_id = taking.office_id
   WHERE s.first_year = (SELECT max(t.first_year) FROM section t
                          WHERE t.office_id = taking.office_id AND t.first_year BETWEEN $1 - 2 AND $1)`;

/** Ids of the sections that a body measures in a year, shared ones last. More than anybody may see: the rules say which. */
export async function findMeasuredSections(
  database: DataSource | EntityManager,
  bodyId: string,
  year: number,
): Promise<string[]> {
  const rows: { section_id: string }[] = await database.query(
    `SELECT DISTINCT section_id, code FROM (${measuredSectionsSql}) AS measured WHERE body_id = $2 ORDER BY code, section_id`,
    [year, bodyId],
  );
  return rows.map((row) => row.section_id);
}
