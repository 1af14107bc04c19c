import { mayReadTerritory, type Post, Refusal } from "@upiao/domain";
import type { DataSource } from "typeorm";

/** Over which bodies a lead body looks: those of an associated office, or those of its territory. */
export interface TerritoryScope {
  readonly name: string;
  readonly leadBodyId: string;
  readonly bodyIds: readonly string[];
}

interface Ways {
  readonly lead: string;
  readonly bodies: string;
}

const ofOffice: Ways = {
  lead: "SELECT name, lead_body_id FROM associated_office WHERE id = $1",
  bodies: "SELECT body_id FROM office_member WHERE office_id = $1 AND left_at IS NULL",
};

const ofProvince: Ways = {
  lead: "SELECT name, id AS lead_body_id FROM body WHERE id = $1 AND type = ANY (ARRAY['PROVINCIA', 'CITTA_METROPOLITANA'])",
  bodies: `SELECT other.id AS body_id FROM body own JOIN body other ON other.province_sign = own.province_sign
            WHERE own.id = $1 AND other.type = 'COMUNE'`,
};

/** The bodies of an office, or of a Province's territory. The lead body's own plan is not of its territory. Throws NOT_FOUND to who
 *  does not work on the plans of the lead body, before anything of the others is read. */
export async function readScope(
  database: DataSource,
  asked: { readonly officeId: string } | { readonly provinceId: string },
  posts: readonly Post[],
): Promise<TerritoryScope> {
  const [ways, id] = "officeId" in asked ? [ofOffice, asked.officeId] : [ofProvince, asked.provinceId];
  const [found]: { name: string; lead_body_id: string }[] = await database.query(ways.lead, [id]);
  if (!found || !mayReadTerritory(found.lead_body_id, posts)) throw new Refusal("NOT_FOUND");
  const rows: { body_id: string }[] = await database.query(ways.bodies, [id]);
  const bodyIds = rows.map((row) => row.body_id).filter((bodyId) => bodyId !== found.lead_body_id);
  return { name: found.name, leadBodyId: found.lead_body_id, bodyIds };
}
