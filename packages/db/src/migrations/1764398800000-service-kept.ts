import type { MigrationInterface, QueryRunner } from "typeorm";

const key = (rule: string) => [
  "ALTER TABLE adhesion DROP CONSTRAINT adhesion_service_id_fkey",
  `ALTER TABLE adhesion ADD CONSTRAINT adhesion_service_id_fkey FOREIGN KEY (service_id) REFERENCES hub_service(id) ON DELETE ${rule}`,
];

/** A service that bodies take by their acts does not go away and take these with it. */
export class ServiceKept1764398800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of key("RESTRICT")) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of key("CASCADE")) await runner.query(statement);
  }
}
