import { randomUUID } from "node:crypto";
import { clearObjectives, Program } from "@upiao/test";
import pg from "pg";

/** A body of the demonstration with objectives to measure. */
export interface MeasuredBody {
  readonly bodyId: string;
  readonly indicators: readonly string[];
}

/** Gives Capannori two objectives of its own in 2026, as the text would: one with two indicators, one with one. */
export async function giveObjectives(url: string, databaseUrl: string): Promise<MeasuredBody> {
  const paolo = await Program.login(url, "redattore.capannori");
  const { data } = await paolo.ask<{ me: { memberships: { body: { id: string } }[] } }>(
    "{ me { memberships { body { id } } } }",
  );
  const bodyId = data.me.memberships[0]!.body.id;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await clearObjectives(client);
    const { rows } = await client.query(
      `SELECT s.id FROM section s JOIN plan p ON p.id = s.plan_id
        WHERE p.body_id = $1 AND p.first_year = 2026 AND s.code = '2.2'`,
      [bodyId],
    );
    const sectionId = rows[0]!.id;
    const objective = (place: number, title: string) =>
      add("INSERT INTO objective (section_id, key, place, title) VALUES ($1, $2, $3, $4) RETURNING id", [
        ...[sectionId, randomUUID(), place, title],
      ]);
    const indicator = async (
      objectiveId: string,
      place: number,
      name: string,
      unit: string,
      direction = "UP",
    ) => {
      const id = await add(
        `INSERT INTO indicator (section_id, objective_id, key, place, name, unit, direction, baseline)
         VALUES ($1, $2, $3, $4, $5, $6, $7, 20) RETURNING id`,
        [sectionId, objectiveId, randomUUID(), place, name, unit, direction],
      );
      await client.query("INSERT INTO target (indicator_id, year, value) VALUES ($1, 2026, 80)", [id]);
      return id;
    };
    const add = async (statement: string, values: readonly unknown[]): Promise<string> =>
      (await client.query(statement, [...values])).rows[0].id;
    const first = await objective(1, "Sportello unico digitale");
    const second = await objective(2, "Competenze del personale");
    const indicators = [
      await indicator(first, 1, "Pratiche presentate online", "PERCENT"),
      await indicator(first, 2, "Giorni di attesa", "DAYS", "DOWN"),
      await indicator(second, 1, "Persone formate", "NUMBER"),
    ];
    return { bodyId, indicators };
  } finally {
    await client.end();
  }
}
