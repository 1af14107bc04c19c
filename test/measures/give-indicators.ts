import { clearObjectives } from "@upiao/test";
import pg from "pg";

/** Gives Capannori's performance section so many new indicators, ten to an objective, as the projection of its text would. */
export async function giveIndicators(
  databaseUrl: string,
  count: number,
): Promise<{ readonly bodyId: string; readonly indicators: readonly string[] }> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await clearObjectives(client);
    const section = await client.query(
      `SELECT s.id, p.body_id FROM section s JOIN plan p ON p.id = s.plan_id JOIN body b ON b.id = p.body_id
        WHERE b.name = 'Capannori' AND p.first_year = 2026 AND s.code = '2.2'`,
    );
    const { id, body_id: bodyId } = section.rows[0];
    await client.query(
      `INSERT INTO objective (section_id, key, place, title)
       SELECT $1, gen_random_uuid(), n, 'Obiettivo ' || n FROM generate_series(1, $2::int) AS n`,
      [id, Math.ceil(count / 10)],
    );
    const { rows } = await client.query(
      `INSERT INTO indicator (section_id, objective_id, key, place, name, unit, direction, baseline)
       SELECT $1, o.id, gen_random_uuid(), n, 'Indicatore ' || n, 'NUMBER', 'UP', 0
         FROM generate_series(1, $2::int) AS n
         JOIN objective o ON o.section_id = $1 AND o.removed_at IS NULL AND o.place = (n + 9) / 10
       RETURNING id`,
      [id, count],
    );
    await client.query("ANALYZE objective, indicator");
    return { bodyId, indicators: rows.map((row) => row.id) };
  } finally {
    await client.end();
  }
}
