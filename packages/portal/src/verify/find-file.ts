import type { DataSource } from "typeorm";
import type { Published } from "../front/read-published.ts";

/** What a hash is the hash of. */
export interface KnownFile extends Published {
  /** A format of a plan, `json` for its canonical form, or the file of its act. */
  readonly what: string;
}

export const theAct = "atto";

/** The published file that has this SHA-256 (hex), or null. */
export async function findFile(database: DataSource, sha256: string): Promise<KnownFile | null> {
  const rows: KnownFile[] = await database.query(
    `WITH known AS (
        SELECT id AS adoption_id, 'json' AS what FROM adoption WHERE sha256 = decode($1, 'hex')
        UNION ALL SELECT adoption_id, format FROM published_file WHERE sha256 = decode($1, 'hex')
        UNION ALL SELECT a.id, '${theAct}' FROM act_file f JOIN adoption a ON a.act_file_id = f.id WHERE f.sha256 = decode($1, 'hex'))
      SELECT known.what, pl.first_year AS "firstYear", a.amendment,
        jsonb_build_object('id', b.id, 'name', b.name, 'type', b.type, 'istatCode', b.istat_code) AS body,
        to_char(p.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "publishedAt",
        NOT EXISTS (SELECT FROM adoption l JOIN publication lp ON lp.adoption_id = l.id
          WHERE l.plan_id = a.plan_id AND l.amendment > a.amendment) AS "isInForce"
      FROM known JOIN publication p ON p.adoption_id = known.adoption_id JOIN adoption a ON a.id = p.adoption_id
        JOIN plan pl ON pl.id = a.plan_id JOIN body b ON b.id = pl.body_id
      ORDER BY p.at LIMIT 1`,
    [sha256],
  );
  return rows[0] ?? null;
}
