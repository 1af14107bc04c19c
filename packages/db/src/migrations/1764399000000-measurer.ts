import type { MigrationInterface, QueryRunner } from "typeorm";

/** An indicator of a shared text may be for the lead body alone to measure. */
export class Measurer1764399000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE indicator ADD measured_by text NOT NULL DEFAULT 'EACH'`);
    await runner.query(
      `ALTER TABLE indicator ADD CONSTRAINT indicator_measured_by CHECK (measured_by = ANY (ARRAY['EACH'::text, 'LEAD'::text]))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE indicator DROP COLUMN measured_by");
  }
}
