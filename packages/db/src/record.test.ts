import { createTestDatabase } from "@upiao/test";
import type { DataSource } from "typeorm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "./database.ts";

/** What a person does once, for a test of the database alone. */
const act = `
  WITH body AS (INSERT INTO body (type, name, search_name) VALUES ('COMUNE', 'Alfa', 'alfa') RETURNING id),
  person AS (INSERT INTO user_account (name, email, password_hash) VALUES ('Ada', 'ada@example.it', '') RETURNING id),
  plan AS (INSERT INTO plan (body_id, first_year, form, placement) SELECT id, 2026, 'FULL', 'LUCCA' FROM body RETURNING id),
  section AS (INSERT INTO section (title, code, first_year, plan_id) SELECT 'Valore', '2.1', 2026, id FROM plan RETURNING id),
  version AS (INSERT INTO version (section_id, number, kind, seq, bytes, sha256, name)
    SELECT id, number, kind, 1, '\\x0000', decode(repeat('00', 32), 'hex'), CASE kind WHEN 'NAMED' THEN 'bozza' END
      FROM section, (VALUES (1, 'FROZEN'), (2, 'NAMED')) AS v (number, kind) RETURNING id, section_id, kind),
  step AS (INSERT INTO workflow_step (section_id, action, from_state, to_state, by_user_id, body_id, role)
    SELECT section.id, 'SUBMIT', 'DRAFT', 'SUBMITTED', person.id, body.id, 'EDITOR' FROM section, person, body),
  opinion AS (INSERT INTO opinion (section_id, version_id, by_user_id, body_id, competence, verdict, text)
    SELECT version.section_id, version.id, person.id, body.id, 'NUCLEO', 'FAVOURABLE', 'Sì'
      FROM version, person, body WHERE version.kind = 'FROZEN'),
  file AS (INSERT INTO act_file (plan_id, name, media_type, bytes, sha256, by_user_id)
    SELECT plan.id, 'atto.pdf', 'application/pdf', '', decode(repeat('00', 32), 'hex'), person.id FROM plan, person RETURNING id, plan_id),
  adoption AS (INSERT INTO adoption (plan_id, amendment, act_kind, act_number, act_day, act_file_id, content, sha256, by_user_id)
    SELECT file.plan_id, 0, 'DELIBERAZIONE_GIUNTA', '4', '2026-01-28', file.id, '', decode(repeat('00', 32), 'hex'), person.id
      FROM file, person RETURNING id),
  publication AS (INSERT INTO publication (adoption_id, by_user_id) SELECT adoption.id, person.id FROM adoption, person
    RETURNING adoption_id),
  wrong AS (INSERT INTO act_file (plan_id, name, media_type, bytes, sha256, by_user_id)
    SELECT plan.id, 'altro.pdf', 'application/pdf', '', decode(repeat('00', 32), 'hex'), person.id FROM plan, person RETURNING id, plan_id),
  unpublished AS (INSERT INTO adoption (plan_id, amendment, act_kind, act_number, act_day, act_file_id, reason, content, sha256, by_user_id)
    SELECT wrong.plan_id, 1, 'DELIBERAZIONE_GIUNTA', '40', '2026-05-04', wrong.id, 'Avviso', '\\x7b7d',
      decode(repeat('00', 32), 'hex'), person.id FROM wrong, person RETURNING id),
  published AS (INSERT INTO published_file (adoption_id, format, bytes, sha256)
    SELECT adoption_id, 'pdf', '', decode(repeat('00', 32), 'hex') FROM publication)
  INSERT INTO audit_event (chain, place, at, user_id, action, subject, previous, hash)
    SELECT body.id, 1, now(), person.id, 'section.submit', '{}', '', '' FROM body, person`;

describe("what is on record", () => {
  let database: DataSource;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const created = await createTestDatabase();
    drop = created.drop;
    database = await openDatabase(created.url);
    await database.query(act);
  });

  afterAll(async () => {
    await database?.destroy();
    await drop?.();
  });

  it.each([
    "UPDATE version SET seq = 2 WHERE kind = 'FROZEN'",
    "DELETE FROM version WHERE kind = 'FROZEN'",
    "UPDATE opinion SET text = 'No'",
    "DELETE FROM opinion",
    "UPDATE workflow_step SET reason = 'altro'",
    "DELETE FROM workflow_step",
    "UPDATE audit_event SET action = 'altro'",
    "DELETE FROM audit_event",
    "TRUNCATE audit_event",
    "UPDATE act_file SET bytes = 'x'",
    "UPDATE adoption SET content = 'x'",
    "DELETE FROM adoption",
    "UPDATE publication SET at = now()",
    "DELETE FROM publication",
    "UPDATE published_file SET bytes = 'x'",
    "DELETE FROM published_file",
  ])("[T40] [T41] refuses: %s", async (statement) => {
    await expect(database.query(statement)).rejects.toThrow("is on record");
  });

  const annul = (amendment: number) =>
    `INSERT INTO annulment (adoption_id, act_number, reason, by_user_id)
      SELECT id, '999', 'Numero sbagliato', by_user_id FROM adoption WHERE amendment = ${amendment}`;

  it("[T41] lets an adoption end by its annulment alone, as it was, and not one that is published", async () => {
    await expect(database.query(annul(0))).rejects.toThrow("is on record");
    await expect(database.query("DELETE FROM adoption WHERE amendment = 1")).rejects.toThrow("is on record");
    await database.query(annul(1));
    const rows = await database.query(
      "SELECT (SELECT count(*)::int FROM adoption) AS adoptions, act_number, content FROM annulment",
    );
    expect(rows).toEqual([{ adoptions: 1, act_number: "40", content: Buffer.from("{}") }]);
    for (const statement of ["UPDATE annulment SET reason = ''", "DELETE FROM annulment"]) {
      await expect(database.query(statement)).rejects.toThrow("is on record");
    }
  });

  it("lets a version that a person or a pause has kept go, and a step get its version, once", async () => {
    await database.query("DELETE FROM version WHERE kind = 'NAMED'");
    const freeze = "UPDATE workflow_step SET version_id = (SELECT id FROM version)";
    await database.query(freeze);
    await expect(database.query(freeze)).rejects.toThrow("is on record");
  });
});
