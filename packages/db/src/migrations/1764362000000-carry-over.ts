import type { MigrationInterface, QueryRunner } from "typeorm";

const tables = [
  `CREATE TABLE carried_objective (
      section_id uuid NOT NULL,
      key text NOT NULL,
      edition text NOT NULL,
      at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT carried_objective_pkey PRIMARY KEY (section_id, key)
    )`,
  `CREATE INDEX carried_objective_edition_idx ON carried_objective (edition)`,
  `ALTER TABLE carried_objective ADD CONSTRAINT carried_objective_section_id_fkey FOREIGN KEY (section_id) REFERENCES section(id) ON DELETE CASCADE`,
  `ALTER TABLE carried_objective ADD CONSTRAINT carried_objective_edition_fkey FOREIGN KEY (edition) REFERENCES strategy_edition(code) ON DELETE RESTRICT`,
];

/** Which objectives have been carried over to which edition of the Piano triennale. */
export class CarryOver1764362000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE carried_objective");
  }
}
