import { createHash, randomBytes } from "node:crypto";
import type { BenchDatabase } from "./bench-database.ts";

export interface TerritorySize {
  readonly bodies: number;
  readonly indicators: number;
  readonly year: number;
}

/** An office whose bodies have all sent their plans, and who reviews them. */
export interface MadeTerritory {
  readonly officeId: string;
  readonly token: string;
}

/** Codes of the catalogue that objectives are linked to. */
const codes = "ARRAY['RA1.1.1', 'RA1.2.1', 'RA2.1.1', 'RA3.1.1', 'RA4.1.1', 'RA5.1.1', 'RA6.1.1', 'RA7.1.1']";

/** Fills an office with so many Comuni, each with a plan of one section, objectives of four indicators each, targets for three years
 *  and what was read in these years, in the last one twice. Every tenth value is «n.d.», every tenth is missing. */
export async function makeTerritory(database: BenchDatabase, size: TerritorySize): Promise<MadeTerritory> {
  const mark = randomBytes(4).toString("hex");
  const { bodies, indicators, year } = size;
  return database.transaction(async (tx) => {
    // Nothing here can hang on what is not there; a million rows are looked up a million times otherwise.
    await tx.query("SET LOCAL session_replication_role = replica");
    await tx.query("SET LOCAL statement_timeout = 0");
    const insert = async (statement: string, values: unknown[]): Promise<string> => {
      const [row]: { id: string }[] = await tx.query(`${statement} RETURNING id`, values);
      return row!.id;
    };
    const lead = await insert("INSERT INTO body (type, name, search_name) VALUES ('PROVINCIA', $1, $1)", [
      mark,
    ]);
    const user = await insert(
      "INSERT INTO user_account (name, email, password_hash) VALUES ('Rita', $1 || '@upiao.example', '')",
      [mark],
    );
    await tx.query("INSERT INTO membership (user_id, body_id, role) VALUES ($1, $2, 'REVIEWER')", [
      user,
      lead,
    ]);
    const officeId = await insert(
      `INSERT INTO associated_office (name, lead_body_id, convention_act, convention_date) VALUES ($1, $2, '', '2022-01-01')`,
      [mark, lead],
    );
    await tx.query(
      `WITH made AS (INSERT INTO body (type, name, search_name)
                     SELECT 'COMUNE', $1 || ' ' || n, $1 || ' ' || n FROM generate_series(1, $2::integer) AS n RETURNING id),
            member AS (INSERT INTO office_member (office_id, body_id, joined_on)
                       SELECT $3::uuid, id, '2022-01-01'::date FROM made RETURNING body_id),
            planned AS (INSERT INTO plan (body_id, first_year, form, placement, state)
                        SELECT body_id, $4::integer, 'FULL', 'LUCCA', 'SUBMITTED' FROM member RETURNING id),
            written AS (INSERT INTO section (title, code, first_year, plan_id, state)
                        SELECT '', '2.2', $4::integer, id, 'SUBMITTED' FROM planned RETURNING id)
       INSERT INTO objective (section_id, key, place, title, items)
       SELECT id, n::text, n, '', ARRAY[(${codes})[1 + n % 8]] FROM written, generate_series(1, $5::integer) AS n`,
      [mark, bodies, officeId, year, Math.ceil(indicators / 4)],
    );
    const ofOffice = `JOIN section s ON s.id = o.section_id JOIN plan p ON p.id = s.plan_id
                      JOIN office_member m ON m.body_id = p.body_id AND m.office_id = $1`;
    await tx.query(
      `INSERT INTO indicator (section_id, objective_id, key, place, name, unit, direction, baseline)
       SELECT o.section_id, o.id, o.key || '.' || n, n, '', (ARRAY['PERCENT', 'NUMBER', 'DAYS', 'EURO'])[n],
              CASE n WHEN 3 THEN 'DOWN' ELSE 'UP' END, CASE n WHEN 3 THEN 60 ELSE 10 END
         FROM objective o ${ofOffice}, generate_series(1, 4) AS n`,
      [officeId],
    );
    const measured = `indicator i JOIN objective o ON o.id = i.objective_id ${ofOffice}`;
    await tx.query(
      `INSERT INTO target (indicator_id, year, value)
       SELECT i.id, $2::integer + y, CASE i.direction WHEN 'UP' THEN 50 + 20 * y ELSE 40 - 10 * y END
         FROM ${measured}, generate_series(0, 2) AS y`,
      [officeId, year],
    );
    await tx.query(
      `INSERT INTO measurement (indicator_id, body_id, year, round, value, by_user_id)
       SELECT i.id, m.body_id, $2::integer + y, r, CASE WHEN random() < 0.9 THEN random() * 100 END, $3
         FROM ${measured}, (VALUES (0, 1), (1, 1), (2, 1), (2, 2)) AS reading (y, r) WHERE random() < 0.9`,
      [officeId, year, user],
    );
    const token = randomBytes(32).toString("base64url");
    await tx.query(
      "INSERT INTO user_session (token_hash, user_id, expires_at) VALUES ($1, $2, now() + interval '1 hour')",
      [createHash("sha256").update(token).digest(), user],
    );
    return { officeId, token };
  });
}
