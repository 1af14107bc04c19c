import type { DataSource } from "typeorm";
import { isBodyOf } from "../asked/body-key.ts";
import type { PublicBody, PublishedAdoption, PublishedPlan } from "./published-plan.ts";

/** A body as JSON, with the name of its territory. */
export const bodyJson = `jsonb_build_object('id', b.id, 'name', b.name, 'type', b.type, 'istatCode', b.istat_code,
  'ipaCode', b.ipa_code, 'provinceSign', b.province_sign, 'provinceName', (SELECT over.name FROM body over
    WHERE over.province_sign = b.province_sign AND over.type IN ('PROVINCIA', 'CITTA_METROPOLITANA') AND over.id <> b.id
    ORDER BY over.type, over.id LIMIT 1))`;

interface PlanRow {
  readonly body: PublicBody;
  readonly firstYear: number;
  readonly adoptions: readonly PublishedAdoption[];
}

/** The plans that these keys and years name, as far as they are published: in one statement, however many. */
async function readPlans(database: DataSource, where: string, values: unknown[]): Promise<PublishedPlan[]> {
  const rows: PlanRow[] = await database.query(
    `SELECT ${bodyJson} AS body, pl.first_year AS "firstYear",
        jsonb_agg(jsonb_build_object('id', a.id, 'amendment', a.amendment, 'actKind', a.act_kind, 'actNumber', a.act_number,
          'actDay', a.act_day, 'reason', a.reason, 'sha256', encode(a.sha256, 'hex'), 'publishedAt', p.at,
          'contentSize', octet_length(a.content),
          'files', (SELECT coalesce(jsonb_agg(jsonb_build_object('format', f.format, 'size', octet_length(f.bytes))
              ORDER BY f.format), '[]') FROM published_file f WHERE f.adoption_id = a.id))
          ORDER BY a.amendment) AS adoptions
      FROM body b JOIN plan pl ON pl.body_id = b.id JOIN adoption a ON a.plan_id = pl.id
        JOIN publication p ON p.adoption_id = a.id
      WHERE ${where}
      GROUP BY b.id, pl.id ORDER BY pl.first_year DESC`,
    values,
  );
  return rows;
}

export async function findPlan(
  database: DataSource,
  key: string,
  firstYear: number,
): Promise<PublishedPlan | null> {
  const where = `${isBodyOf(key)} AND pl.first_year = $2`;
  const [found] = await readPlans(database, where, [key, firstYear]);
  return found ?? null;
}

/** Of the body of this name, if only one of that name has published a plan of the year. */
export async function findPlanByName(
  database: DataSource,
  name: string,
  firstYear: number,
): Promise<PublishedPlan | null> {
  const where = "(b.search_name = $1 OR 'comune di ' || b.search_name = $1) AND pl.first_year = $2";
  const [found, another] = await readPlans(database, where, [name, firstYear]);
  return another ? null : (found ?? null);
}

/** The latest first. */
export function findPlansOfBody(database: DataSource, bodyId: string): Promise<PublishedPlan[]> {
  return readPlans(database, "b.id = $1", [bodyId]);
}

/** Of these plans, those of which something is published, in no order. */
export function findPlansById(database: DataSource, planIds: readonly string[]): Promise<PublishedPlan[]> {
  return readPlans(database, "pl.id = ANY($1)", [planIds]);
}

export async function findBody(database: DataSource, key: string): Promise<PublicBody | null> {
  const rows: { body: PublicBody }[] = await database.query(
    `SELECT ${bodyJson} AS body FROM body b WHERE ${isBodyOf(key)}`,
    [key],
  );
  return rows[0]?.body ?? null;
}
