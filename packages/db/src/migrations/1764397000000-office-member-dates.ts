import type { MigrationInterface, QueryRunner } from "typeorm";

/** A body leaves on the day on which it joined, or later. The day begins in Italy: at its midnight the day of a database in UTC is
 *  the one before, and who had joined today could not leave. */
export class OfficeMemberDates1764397000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await checkDates(runner, "left_at >= joined_on::timestamp AT TIME ZONE 'Europe/Rome'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await checkDates(runner, "left_at >= joined_on");
  }
}

async function checkDates(runner: QueryRunner, rule: string): Promise<void> {
  await runner.query("ALTER TABLE office_member DROP CONSTRAINT office_member_dates");
  await runner.query(
    `ALTER TABLE office_member ADD CONSTRAINT office_member_dates CHECK (left_at IS NULL OR ${rule})`,
  );
}
