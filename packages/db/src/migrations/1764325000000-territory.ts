import type { MigrationInterface, QueryRunner } from "typeorm";

/** In the place of the body: of every one, since the text itself has changed. */
const everybody = "'00000000-0000-0000-0000-000000000000'::uuid";

const tables = [
  `CREATE INDEX body_province_sign_idx ON body (province_sign)`,
  // How often what a body has measured in a section, or what a section asks for, has changed. It is counted in the transaction of the
  // change, so whoever sees the one sees the other.
  `CREATE TABLE figure_mark (
      section_id uuid NOT NULL,
      body_id uuid NOT NULL,
      changes bigint NOT NULL DEFAULT 1,
      CONSTRAINT figure_mark_pkey PRIMARY KEY (section_id, body_id)
    )`,
  // What a section's indicators say of one body in one year, made anew when a mark has moved since.
  `CREATE TABLE section_figure (
      section_id uuid NOT NULL,
      body_id uuid NOT NULL,
      year integer NOT NULL,
      body_changes bigint NOT NULL,
      text_changes bigint NOT NULL,
      objectives integer NOT NULL,
      indicators integer NOT NULL,
      measured integer NOT NULL,
      not_available integer NOT NULL,
      progress double precision NOT NULL,
      reached integer NOT NULL,
      halfway integer NOT NULL,
      behind integer NOT NULL,
      codes text[] NOT NULL,
      sums jsonb NOT NULL,
      CONSTRAINT section_figure_pkey PRIMARY KEY (section_id, body_id, year)
    )`,
  `ALTER TABLE figure_mark ADD CONSTRAINT figure_mark_section_id_fkey FOREIGN KEY (section_id) REFERENCES section(id) ON DELETE CASCADE`,
  `ALTER TABLE section_figure ADD CONSTRAINT section_figure_section_id_fkey FOREIGN KEY (section_id) REFERENCES section(id) ON DELETE CASCADE`,
  marking(
    "mark_measured",
    "SELECT i.section_id, c.body_id FROM changed c JOIN indicator i ON i.id = c.indicator_id",
  ),
  marking("mark_text", `SELECT c.section_id, ${everybody} FROM changed c`),
  marking(
    "mark_target",
    `SELECT i.section_id, ${everybody} FROM changed c JOIN indicator i ON i.id = c.indicator_id`,
  ),
  ...triggers("measurement", "mark_measured"),
  ...triggers("objective", "mark_text"),
  ...triggers("indicator", "mark_text"),
  ...triggers("target", "mark_target"),
];

/** In one order, so that two transactions that mark the same never wait for each other in a circle. What goes with its section
 *  leaves no mark. */
function marking(name: string, changed: string): string {
  return `CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO figure_mark (section_id, body_id)
      SELECT DISTINCT p.section_id, p.body_id FROM (${changed}) AS p (section_id, body_id)
        JOIN section s ON s.id = p.section_id
       ORDER BY 1, 2
      ON CONFLICT (section_id, body_id) DO UPDATE SET changes = figure_mark.changes + 1;
      RETURN NULL;
    END $$`;
}

function triggers(table: string, marking: string): string[] {
  return (
    [
      ["INSERT", "NEW"],
      ["UPDATE", "NEW"],
      ["DELETE", "OLD"],
    ] as const
  ).map(
    ([event, rows]) =>
      `CREATE TRIGGER ${table}_marked_${event.toLowerCase()} AFTER ${event} ON ${table} REFERENCING ${rows} TABLE AS changed
         FOR EACH STATEMENT EXECUTE FUNCTION ${marking}()`,
  );
}

/** What sums over thousands of bodies are made of: the figures of each section, kept, and marks that say when they are old. */
export class Territory1764325000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
  }

  /** It would take the marks away, on which the figures rest. */
  async down(): Promise<void> {
    throw new Error("this migration is not undone: restore a backup instead");
  }
}
