import pg from "pg";
import type { SectionSeats } from "./share.ts";

/** How large it is; `typing` is the percentage of the people who type. */
export interface CountryPlan {
  readonly bodies: number;
  readonly sections: number;
  readonly connections: number;
  readonly typing: number;
}

export interface Country {
  readonly sections: readonly SectionSeats[];
  readonly figures: Readonly<
    Record<"bodies" | "offices" | "sections" | "people" | "typists" | "addresses" | "textBytes", number>
  >;
}

/** Who has an office's shared section open, from all over the province: somebody for the Province, and for the Comuni that take
 *  part at this hour. */
const peopleOfOffice = 12;

/** Makes the country on a database with the demonstration: real bodies, those of a province in an office under the first of
 *  them; for each office a shared section and for each body some of its own, with the text of the demonstration's shared
 *  section, which is folded; for each connection a person with a role, a session and a pass. One in five of those who only read may not
 *  write. A province comes from one address, as from behind one network. */
export async function settleCountry(databaseUrl: string, plan: CountryPlan): Promise<Country> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("BEGIN");
    await choose(client, plan);
    await found(client);
    await people(client, plan);
    const { rows } = await client.query<{ sectionId: string; seats: SectionSeats["seats"] }>(
      `SELECT section_id AS "sectionId",
              json_agg(json_build_object('address', address, 'ticket', ticket, 'types', types)) AS seats
         FROM seat GROUP BY section_id ORDER BY section_id`,
    );
    const { rows: figures } = await client.query<Country["figures"]>(
      `SELECT (SELECT count(*)::integer FROM chosen) AS bodies, (SELECT count(*)::integer FROM office) AS offices,
              (SELECT count(*)::integer FROM place) AS sections, count(*)::integer AS people,
              count(*) FILTER (WHERE types)::integer AS typists, count(DISTINCT address)::integer AS addresses,
              (SELECT length(bytes) FROM section_snapshot JOIN example USING (log)) AS "textBytes"
         FROM seat`,
    );
    await client.query("COMMIT");
    await client.query("VACUUM ANALYZE");
    return { sections: rows, figures: figures[0]! };
  } finally {
    await client.end();
  }
}

/** The bodies, the offices, the sections: what is to be made, each with its number. */
async function choose(client: pg.Client, { bodies, sections }: CountryPlan): Promise<void> {
  await client.query(
    `CREATE TEMP TABLE chosen AS
     SELECT id, dense_rank() OVER (ORDER BY province_sign) AS province,
            row_number() OVER (ORDER BY province_sign, type = 'COMUNE', name) - 1 AS number,
            row_number() OVER (PARTITION BY province_sign ORDER BY type = 'COMUNE', name) - 1 AS number_in_province,
            count(*) OVER (PARTITION BY province_sign) AS of_province
       FROM (SELECT * FROM body ORDER BY province_sign, type = 'COMUNE', name LIMIT ${bodies}) AS first_of_all`,
  );
  await client.query(
    `CREATE TEMP TABLE office AS
     SELECT gen_random_uuid() AS id, province, id AS lead_body_id FROM chosen WHERE number_in_province = 0`,
  );
  await client.query(
    `CREATE TEMP TABLE place AS
     SELECT gen_random_uuid() AS id, true AS is_shared, province - 1 AS number, province, NULL::uuid AS body_id
       FROM office
      UNION ALL
     SELECT gen_random_uuid(), false, n, chosen.province, chosen.id
       FROM generate_series(0, greatest(1, ${sections} - (SELECT count(*) FROM office)) - 1) AS n
       JOIN chosen ON chosen.number = n % (SELECT count(*) FROM chosen)`,
  );
  await client.query(
    `CREATE TEMP TABLE example AS SELECT id, log FROM section WHERE office_id IS NOT NULL ORDER BY created_at LIMIT 1`,
  );
}

async function found(client: pg.Client): Promise<void> {
  const statements = [
    `INSERT INTO associated_office (id, name, lead_body_id, convention_act, convention_date)
     SELECT id, 'Ufficio associato di prova ' || province, lead_body_id, 'Convenzione di prova', '2028-01-01'
       FROM office`,
    `INSERT INTO office_member (office_id, body_id, joined_on)
     SELECT office.id, chosen.id, '2028-01-01' FROM chosen JOIN office USING (province) WHERE number_in_province > 0`,
    `INSERT INTO plan (body_id, first_year, form, placement) SELECT id, 2029, 'FULL', 'LUCCA' FROM chosen`,
    `INSERT INTO section (id, title, code, first_year, office_id)
     SELECT place.id, 'Strategia di prova', 'STRATEGIA', 2029, office.id
       FROM place JOIN office USING (province) WHERE is_shared`,
    `INSERT INTO section (id, title, code, first_year, plan_id)
     SELECT place.id, 'Sezione di prova', 'PROVA-' || place.number, 2029, plan.id
       FROM place JOIN plan USING (body_id) WHERE NOT is_shared AND plan.first_year = 2029`,
    `INSERT INTO section_snapshot (log, seq, bytes)
     SELECT section.log, text.seq, text.bytes
       FROM place JOIN section USING (id), section_snapshot AS text JOIN example USING (log)`,
    `INSERT INTO section_update (log, seq, at, updates)
     SELECT section.log, text.seq, text.at, text.updates
       FROM place JOIN section USING (id), section_update AS text JOIN example USING (log)`,
    `INSERT INTO section_client (section_id, client_id, user_id, first_at, last_at)
     SELECT place.id, client_id, user_id, first_at, last_at
       FROM place, section_client JOIN example ON section_client.section_id = example.id`,
  ];
  for (const statement of statements) await client.query(statement);
}

async function people(client: pg.Client, { connections, typing }: CountryPlan): Promise<void> {
  const offices = "(SELECT count(*) FROM office)";
  const inOffices = `least(${connections / 2}, ${peopleOfOffice} * ${offices})`;
  const owns = "(SELECT count(*) FROM place WHERE NOT is_shared)";
  const statements = [
    // One after the other into the shared sections, from each body of the province; then into the bodies' own.
    `CREATE TEMP TABLE person AS
     SELECT n, place.id AS section_id, chosen.id AS body_id, '127.0.' || place.province || '.1' AS address
       FROM generate_series(0, ${inOffices} - 1) AS n
       JOIN place ON is_shared AND place.number = n % ${offices}
       JOIN chosen ON chosen.province = place.province AND number_in_province = n / ${offices} % of_province
      UNION ALL
     SELECT n, place.id, place.body_id, '127.0.' || place.province || '.1'
       FROM generate_series(${inOffices}, ${connections} - 1) AS n
       JOIN place ON NOT is_shared AND place.number = (n - ${inOffices}) % ${owns}`,
    // Counted section by section, so that those who type are spread over all.
    `CREATE TEMP TABLE seat AS
     SELECT person.*, number * ${typing} / 100 < (number + 1) * ${typing} / 100 AS types, number % 5 = 3 AS may_read,
            gen_random_uuid() AS user_id, gen_random_uuid() AS session_id,
            replace(gen_random_uuid() || '' || gen_random_uuid(), '-', '') AS ticket
       FROM (SELECT person.*, row_number() OVER (ORDER BY section_id, n) - 1 AS number FROM person) AS person`,
    `INSERT INTO user_account (id, name, email, password_hash)
     SELECT user_id, 'Persona Di Prova ' || n, 'persona' || n || '@prova.example', '-' FROM seat`,
    `INSERT INTO membership (user_id, body_id, role)
     SELECT user_id, body_id, CASE WHEN may_read AND NOT types THEN 'AUDITOR' ELSE 'EDITOR' END FROM seat`,
    `INSERT INTO user_session (id, token_hash, user_id, expires_at)
     SELECT session_id, sha256(convert_to('session ' || ticket, 'UTF8')), user_id, now() + interval '12 hours' FROM seat`,
    `INSERT INTO sync_ticket (token_hash, session_id, section_id, expires_at)
     SELECT sha256(convert_to(ticket, 'UTF8')), session_id, section_id, now() + interval '6 hours' FROM seat`,
  ];
  for (const statement of statements) await client.query(statement);
}
