import type { MigrationInterface, QueryRunner } from "typeorm";

/** The log as one narrow row for each commit of a section, in the place of one for each update and of a head that every
 *  letter rewrote. What is written stays. */
export class NarrowLog1764200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      `ALTER TABLE section ADD COLUMN log serial NOT NULL, ADD CONSTRAINT section_log_key UNIQUE (log)`,
      `CREATE FUNCTION pg_temp.varuint(number integer) RETURNS bytea LANGUAGE plpgsql AS $$
        DECLARE bytes bytea := '';
        BEGIN
          WHILE number > 127 LOOP
            bytes := bytes || set_byte('\\x00', 0, 128 | (number & 127));
            number := number >> 7;
          END LOOP;
          RETURN bytes || set_byte('\\x00', 0, number);
        END $$`,
      `ALTER TABLE section_update RENAME TO old_update`,
      `ALTER TABLE old_update RENAME CONSTRAINT section_update_pkey TO old_update_pkey`,
      `CREATE TABLE section_update (
        log integer NOT NULL,
        seq integer NOT NULL,
        at timestamptz NOT NULL,
        updates bytea NOT NULL,
        CONSTRAINT section_update_pkey PRIMARY KEY (log, seq)
      )`,
      `INSERT INTO section_update (log, seq, at, updates)
       SELECT section.log, u.seq, u.at, '\\x01' || uuid_send(u.author_id) || pg_temp.varuint(length(u.bytes)) || u.bytes
         FROM old_update AS u JOIN section ON section.id = u.section_id`,
      `DROP TABLE old_update`,
      `ALTER TABLE section_snapshot RENAME TO old_snapshot`,
      `ALTER TABLE old_snapshot RENAME CONSTRAINT section_snapshot_pkey TO old_snapshot_pkey`,
      `CREATE TABLE section_snapshot (
        log integer NOT NULL,
        seq integer NOT NULL,
        bytes bytea NOT NULL,
        CONSTRAINT section_snapshot_pkey PRIMARY KEY (log)
      )`,
      `ALTER TABLE section_snapshot ADD CONSTRAINT section_snapshot_log_fkey FOREIGN KEY (log) REFERENCES section(log) ON DELETE CASCADE`,
      `INSERT INTO section_snapshot (log, seq, bytes)
       SELECT section.log, s.seq, s.bytes FROM old_snapshot AS s JOIN section ON section.id = s.section_id`,
      `DROP TABLE old_snapshot`,
      // A list shows when a section was last written: its last row, which the log before this did not always keep.
      `INSERT INTO section_update (log, seq, at, updates)
       SELECT section.log, head.last_seq, head.updated_at, ''
         FROM section_log AS head JOIN section ON section.id = head.section_id WHERE head.last_seq > 0
       ON CONFLICT DO NOTHING`,
      `DROP TABLE section_log`,
      `CREATE FUNCTION remove_log() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          DELETE FROM section_update WHERE log = OLD.log;
          RETURN NULL;
        END $$`,
      `CREATE TRIGGER section_log_removed AFTER DELETE ON section FOR EACH ROW EXECUTE FUNCTION remove_log()`,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  /** Rows of several updates have no place in the older log. */
  async down(): Promise<void> {
    throw new Error("this migration is not undone: restore a backup instead");
  }
}
