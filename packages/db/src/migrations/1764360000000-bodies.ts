import type { MigrationInterface, QueryRunner } from "typeorm";

const tables = [
  `ALTER TABLE body ADD COLUMN ended_on date, ADD COLUMN successor_id uuid`,
  `ALTER TABLE body ADD CONSTRAINT body_successor CHECK (successor_id IS NULL OR ended_on IS NOT NULL)`,
  `ALTER TABLE body ADD CONSTRAINT body_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES body(id) ON DELETE RESTRICT`,
  `CREATE TABLE body_change (
      id uuid NOT NULL DEFAULT gen_random_uuid(),
      body_id uuid NOT NULL,
      what text NOT NULL,
      before text,
      search_before text,
      after text,
      day date NOT NULL,
      source text NOT NULL,
      imported_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT body_change_what CHECK (what = ANY (ARRAY['ADDED'::text, 'ENDED'::text, 'NAME'::text, 'TYPE'::text, 'ISTAT_CODE'::text, 'CADASTRAL'::text, 'PROVINCE'::text, 'IPA_CODE'::text])),
      CONSTRAINT body_change_source CHECK (source = ANY (ARRAY['ISTAT'::text, 'IPA'::text, 'MERGERS'::text])),
      CONSTRAINT body_change_pkey PRIMARY KEY (id)
    )`,
  `CREATE INDEX body_change_body_id_idx ON body_change (body_id)`,
  `CREATE INDEX body_change_before_idx ON body_change (before)`,
  // As the index of the names in use.
  `CREATE INDEX body_change_search_before ON body_change
     USING gin ((' ' || search_before || ' ' || replace(search_before, ' ', '')) gin_trgm_ops)
     WITH (fastupdate = off)`,
  `ALTER TABLE body_change ADD CONSTRAINT body_change_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(id) ON DELETE RESTRICT`,
];

/** The editions of the bodies: what has ended, what it went into, and what each was called before. */
export class Bodies1764360000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
  }

  /** Undoing it would delete the history of the bodies. */
  async down(): Promise<void> {
    throw new Error("this migration is not undone: restore a backup instead");
  }
}
