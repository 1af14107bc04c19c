import type { DataSource } from "typeorm";
import type { PublicBody } from "../plan/published-plan.ts";

export interface Published {
  readonly body: Pick<PublicBody, "id" | "name" | "type" | "istatCode">;
  readonly firstYear: number;
  readonly amendment: number;
  readonly publishedAt: string;
  readonly isInForce: boolean;
}

const bodyFacts = `jsonb_build_object('id', b.id, 'name', b.name, 'type', b.type, 'istatCode', b.istat_code)`;

/** What was published last, the latest first. */
export function readLatest(database: DataSource, first: number): Promise<Published[]> {
  return database.query(
    `SELECT ${bodyFacts} AS body, pl.first_year AS "firstYear", a.amendment,
        to_char(p.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "publishedAt",
        NOT EXISTS (SELECT FROM adoption l JOIN publication lp ON lp.adoption_id = l.id
          WHERE l.plan_id = a.plan_id AND l.amendment > a.amendment) AS "isInForce"
      FROM publication p JOIN adoption a ON a.id = p.adoption_id JOIN plan pl ON pl.id = a.plan_id JOIN body b ON b.id = pl.body_id
      ORDER BY p.at DESC, a.id LIMIT $1`,
    [first],
  );
}

export interface Territory {
  /** Null: of no Province. */
  readonly sign: string | null;
  readonly name: string | null;
  /** How many bodies of it have published something. */
  readonly count: number;
  /** Null: together they are too many to be listed. */
  readonly bodies: readonly TerritoryBody[] | null;
}

export type TerritoryBody = Published["body"] & { readonly plans: number };

/** The bodies that have published something, Province by Province; of each the Province itself comes first. Of one Province, or of all
 *  as long as they are no more than `most`. */
export function readTerritories(
  database: DataSource,
  { sign = null, most = 0 }: { readonly sign?: string | null; readonly most?: number },
): Promise<Territory[]> {
  return database.query(
    `WITH publishing AS (
        SELECT b.id, b.name, b.type, b.istat_code, b.province_sign, b.search_name, count(DISTINCT pl.id)::integer AS plans
        FROM publication p JOIN adoption a ON a.id = p.adoption_id JOIN plan pl ON pl.id = a.plan_id JOIN body b ON b.id = pl.body_id
        GROUP BY b.id)
      SELECT b.province_sign AS sign,
        (SELECT over.name FROM body over WHERE over.province_sign = b.province_sign
          AND over.type IN ('PROVINCIA', 'CITTA_METROPOLITANA') ORDER BY over.type, over.id LIMIT 1) AS name,
        count(*)::integer AS count,
        CASE WHEN $1::text IS NOT NULL OR (SELECT count(*) FROM publishing) <= $2 THEN jsonb_agg(${bodyFacts} || jsonb_build_object('plans', b.plans)
          ORDER BY b.type NOT IN ('PROVINCIA', 'CITTA_METROPOLITANA'), b.search_name, b.id) END AS bodies
      FROM publishing b WHERE $1::text IS NULL OR coalesce(b.province_sign, '') = $1 GROUP BY b.province_sign ORDER BY name NULLS LAST, sign NULLS LAST`,
    [sign, most],
  );
}
