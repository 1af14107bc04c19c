import type { MigrationInterface, QueryRunner } from "typeorm";
import { reviewRoomTables } from "./review-room-tables.ts";

/** What is on record stays as it was written, whatever program asks the database to change it. */
const record = [
  `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION '% is on record: it is neither changed nor removed', TG_TABLE_NAME;
    END $$`,
  `CREATE TRIGGER audit_event_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER opinion_kept BEFORE UPDATE OR DELETE ON opinion
    FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER version_kept BEFORE UPDATE OR DELETE ON version
    FOR EACH ROW WHEN (OLD.kind = 'FROZEN') EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER workflow_step_stays BEFORE DELETE ON workflow_step
    FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  // The version is frozen once everybody has heard that the text is shut: the one thing that comes later.
  `CREATE TRIGGER workflow_step_kept BEFORE UPDATE ON workflow_step
    FOR EACH ROW WHEN (OLD.version_id IS NOT NULL OR to_jsonb(OLD) - 'version_id' <> to_jsonb(NEW) - 'version_id')
    EXECUTE FUNCTION refuse_change()`,
];

/** Workflow, versions, comments, proposals, opinions, notifications and the register of what was done. */
export class ReviewRoom1764300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...reviewRoomTables, ...record]) await runner.query(statement);
  }

  /** Undoing it would delete what is on record. */
  async down(): Promise<void> {
    throw new Error("this migration is not undone: restore a backup instead");
  }
}
