import type { MigrationInterface, QueryRunner } from "typeorm";

const tables = [
  `CREATE TABLE objective (
      id uuid NOT NULL DEFAULT gen_random_uuid(),
      section_id uuid NOT NULL,
      key text NOT NULL,
      place integer NOT NULL,
      title text NOT NULL,
      responsible text,
      items text[] NOT NULL DEFAULT '{}',
      dup text,
      peg text,
      budget text,
      service text,
      call text,
      removed_at timestamptz,
      CONSTRAINT objective_section_id_key_key UNIQUE (section_id, key),
      CONSTRAINT objective_pkey PRIMARY KEY (id)
    )`,
  `CREATE TABLE indicator (
      id uuid NOT NULL DEFAULT gen_random_uuid(),
      section_id uuid NOT NULL,
      objective_id uuid NOT NULL,
      key text NOT NULL,
      place integer NOT NULL,
      name text NOT NULL,
      unit text NOT NULL,
      direction text NOT NULL,
      baseline double precision,
      source text,
      removed_at timestamptz,
      CONSTRAINT indicator_section_id_key_key UNIQUE (section_id, key),
      CONSTRAINT indicator_direction CHECK (direction = ANY (ARRAY['UP'::text, 'DOWN'::text])),
      CONSTRAINT indicator_unit CHECK (unit = ANY (ARRAY['PERCENT'::text, 'NUMBER'::text, 'DAYS'::text, 'HOURS'::text, 'EURO'::text, 'YES_NO'::text])),
      CONSTRAINT indicator_pkey PRIMARY KEY (id)
    )`,
  `CREATE INDEX indicator_objective_id_idx ON indicator (objective_id)`,
  `CREATE TABLE measurement (
      id uuid NOT NULL DEFAULT gen_random_uuid(),
      indicator_id uuid NOT NULL,
      body_id uuid NOT NULL,
      year integer NOT NULL,
      round integer NOT NULL,
      value double precision,
      note text,
      evidence text,
      by_user_id uuid NOT NULL,
      at timestamptz(3) NOT NULL DEFAULT now(),
      CONSTRAINT measurement_indicator_id_body_id_year_round_key UNIQUE (indicator_id, body_id, year, round),
      CONSTRAINT measurement_year CHECK (year BETWEEN 2000 AND 2100),
      CONSTRAINT measurement_round CHECK (round BETWEEN 1 AND 2),
      CONSTRAINT measurement_pkey PRIMARY KEY (id)
    )`,
  `CREATE INDEX measurement_body_id_idx ON measurement (body_id)`,
  `CREATE TABLE measurement_revision (
      measurement_id uuid NOT NULL,
      at timestamptz NOT NULL DEFAULT now(),
      written_at timestamptz(3) NOT NULL,
      value double precision,
      note text,
      evidence text,
      by_user_id uuid NOT NULL,
      CONSTRAINT measurement_revision_pkey PRIMARY KEY (measurement_id, at)
    )`,
  `CREATE TABLE section_projection (
      section_id uuid NOT NULL,
      seq integer NOT NULL,
      CONSTRAINT section_projection_pkey PRIMARY KEY (section_id)
    )`,
  `CREATE TABLE target (
      indicator_id uuid NOT NULL,
      year integer NOT NULL,
      value double precision NOT NULL,
      CONSTRAINT target_pkey PRIMARY KEY (indicator_id, year)
    )`,
  `ALTER TABLE objective ADD CONSTRAINT objective_section_id_fkey FOREIGN KEY (section_id) REFERENCES section(id) ON DELETE CASCADE`,
  `ALTER TABLE indicator ADD CONSTRAINT indicator_section_id_fkey FOREIGN KEY (section_id) REFERENCES section(id) ON DELETE CASCADE`,
  `ALTER TABLE indicator ADD CONSTRAINT indicator_objective_id_fkey FOREIGN KEY (objective_id) REFERENCES objective(id) ON DELETE CASCADE`,
  `ALTER TABLE measurement ADD CONSTRAINT measurement_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicator(id) ON DELETE RESTRICT`,
  `ALTER TABLE measurement ADD CONSTRAINT measurement_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(id) ON DELETE RESTRICT`,
  `ALTER TABLE measurement ADD CONSTRAINT measurement_by_user_id_fkey FOREIGN KEY (by_user_id) REFERENCES user_account(id) ON DELETE RESTRICT`,
  `ALTER TABLE measurement_revision ADD CONSTRAINT measurement_revision_measurement_id_fkey FOREIGN KEY (measurement_id) REFERENCES measurement(id) ON DELETE CASCADE`,
  `ALTER TABLE measurement_revision ADD CONSTRAINT measurement_revision_by_user_id_fkey FOREIGN KEY (by_user_id) REFERENCES user_account(id) ON DELETE RESTRICT`,
  `ALTER TABLE section_projection ADD CONSTRAINT section_projection_section_id_fkey FOREIGN KEY (section_id) REFERENCES section(id) ON DELETE CASCADE`,
  `ALTER TABLE target ADD CONSTRAINT target_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicator(id) ON DELETE CASCADE`,
];

/** Objectives, indicators and targets as the texts say them, and what was measured of them. */
export class PlanData1764320000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
  }

  /** Undoing it would delete what was measured. */
  async down(): Promise<void> {
    throw new Error("this migration is not undone: restore a backup instead");
  }
}
