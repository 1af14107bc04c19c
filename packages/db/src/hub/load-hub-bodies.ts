import type { HubBody } from "@upiao/domain";
import type { DataSource, EntityManager } from "typeorm";

interface Row {
  id: string;
  lead_body_ids: string[];
  office_body_ids: string[];
}

/** How these bodies stand in the hub today, in one statement; an unknown id has no entry. */
export async function loadHubBodies(
  database: DataSource | EntityManager,
  ids: readonly string[],
): Promise<Map<string, HubBody>> {
  const rows: Row[] = await database.query(
    `SELECT b.id,
            array(SELECT o.lead_body_id FROM associated_office o WHERE o.lead_body_id = b.id
                   UNION SELECT o.lead_body_id FROM office_member m JOIN associated_office o ON o.id = m.office_id
                          WHERE m.body_id = b.id AND m.left_at IS NULL
                   UNION SELECT b.id WHERE b.type IN ('PROVINCIA', 'CITTA_METROPOLITANA')) AS lead_body_ids,
            array(SELECT unnest(ARRAY[o.lead_body_id, other.body_id])
                    FROM associated_office o
                    LEFT JOIN office_member other ON other.office_id = o.id AND other.left_at IS NULL
                   WHERE o.id IN (SELECT id FROM associated_office WHERE lead_body_id = b.id
                                   UNION SELECT office_id FROM office_member WHERE body_id = b.id AND left_at IS NULL)
                 ) AS office_body_ids
       FROM body b WHERE b.id = ANY ($1::uuid[])`,
    [ids],
  );
  return new Map(
    rows.map(({ id, lead_body_ids, office_body_ids }) => [
      id,
      {
        bodyId: id,
        leadBodyIds: lead_body_ids,
        officeBodyIds: [...new Set(office_body_ids)].filter((bodyId) => bodyId !== null),
      },
    ]),
  );
}
