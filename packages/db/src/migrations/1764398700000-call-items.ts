import type { MigrationInterface, QueryRunner } from "typeorm";

/** Who notes a call says what of the Piano triennale it serves, so that it finds the objectives of plans that are older than it. */
export class CallItems1764398700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE funding_call ADD COLUMN items text[] NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE funding_call DROP COLUMN items");
  }
}
