import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  "ALTER TABLE objective ADD COLUMN origin_id uuid",
  "ALTER TABLE objective ADD COLUMN faults jsonb NOT NULL DEFAULT '[]'",
  // Objectives to be reused are looked for by the code that they name.
  "CREATE INDEX objective_items ON objective USING gin (items)",
  // All texts are read anew, by whoever asks next or by the clock: what is wrong in their fields was not kept.
  "DELETE FROM section_projection",
];

/** Of an objective, which one it was taken from, and what is wrong in its fields. */
export class ObjectiveOrigin1764370000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP INDEX objective_items");
    await runner.query("ALTER TABLE objective DROP COLUMN faults, DROP COLUMN origin_id");
  }
}
