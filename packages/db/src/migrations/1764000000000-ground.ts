import type { MigrationInterface, QueryRunner } from "typeorm";
import { tables } from "./ground-tables.ts";

const beyondTheEntities = [
  `CREATE EXTENSION IF NOT EXISTS pg_trgm`,
  // A space before each word lets one pattern, «% word%», find its beginning; the name without its spaces is
  // for who types «laquila». Written at once: what waits in the index to be sorted in, as eight thousand bodies
  // would until a vacuum comes by, makes every search read all of it.
  `CREATE INDEX body_search_name ON body
     USING gin ((' ' || search_name || ' ' || replace(search_name, ' ', '')) gin_trgm_ops)
     WITH (fastupdate = off)`,
  // The table that rate-limiter-flexible keeps its counters in.
  `CREATE UNLOGGED TABLE login_limit (
      key varchar(255) PRIMARY KEY,
      points integer NOT NULL DEFAULT 0,
      expire bigint
    )`,
];

/** Rights rest on these tables. The news that they changed leaves from here, with the commit, so that no
 *  way of changing them, present or future, can forget to send it. */
const newsOfRights = [
  `CREATE FUNCTION announce_rights() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      row jsonb := to_jsonb(CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END);
    BEGIN
      PERFORM pg_notify('upiao', json_build_object('topic', 'rights', 'body',
        json_build_object(TG_ARGV[0], row ->> TG_ARGV[1]))::text);
      RETURN NULL;
    END $$`,
  announce("membership", "INSERT OR UPDATE OR DELETE", "userId", "user_id"),
  announce("user_account", "UPDATE OF disabled_at OR DELETE", "userId", "id"),
  announce("user_session", "DELETE", "sessionId", "id"),
  announce("office_member", "INSERT OR UPDATE OR DELETE", "officeId", "office_id"),
  announce("associated_office", "UPDATE OF lead_body_id", "officeId", "id"),
  announce("plan", "UPDATE OF reviewer_body_id, body_id", "planId", "id"),
  announce("section", "UPDATE OF state, closed, adopted_at, plan_id, office_id OR DELETE", "sectionId", "id"),
];

function announce(table: string, events: string, name: string, column: string): string {
  return `CREATE TRIGGER ${table}_rights AFTER ${events} ON ${table}
    FOR EACH ROW EXECUTE FUNCTION announce_rights('${name}', '${column}')`;
}

/** The first schema: bodies, people, offices, plans, sections and the co-editing log. */
export class Ground1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...beyondTheEntities, ...newsOfRights]) await runner.query(statement);
  }

  /** Undoing the ground would delete every text: it is not offered. */
  async down(): Promise<void> {
    throw new Error("the first migration is not undone: restore a backup instead");
  }
}
