import type { MigrationInterface, QueryRunner } from "typeorm";

const tables = [
  `CREATE TABLE strategy_edition (
      code text COLLATE "C" NOT NULL,
      title text NOT NULL,
      edition text NOT NULL,
      licence text NOT NULL,
      note text,
      fingerprint text NOT NULL,
      CONSTRAINT strategy_edition_pkey PRIMARY KEY (code)
    )`,
  `CREATE TABLE strategy_item (
      id uuid NOT NULL DEFAULT gen_random_uuid(),
      edition text NOT NULL,
      code text NOT NULL,
      kind text NOT NULL,
      parent text,
      place integer NOT NULL,
      title text NOT NULL,
      details jsonb NOT NULL,
      due_on date,
      starts_on date,
      binds text,
      verified boolean NOT NULL,
      source text NOT NULL,
      search_text text NOT NULL,
      CONSTRAINT strategy_item_edition_code_key UNIQUE (edition, code),
      CONSTRAINT strategy_item_edition_place_key UNIQUE (edition, place),
      CONSTRAINT strategy_item_kind CHECK (kind = ANY (ARRAY['CHAPTER'::text, 'OBJECTIVE'::text, 'EXPECTED_RESULT'::text, 'ACTION_LINE'::text, 'TOOL'::text])),
      CONSTRAINT strategy_item_pkey PRIMARY KEY (id)
    )`,
  `CREATE INDEX strategy_item_edition_parent_idx ON strategy_item (edition, parent)`,
  `CREATE INDEX strategy_item_search ON strategy_item USING gin ((' ' || search_text) gin_trgm_ops)`,
  `ALTER TABLE strategy_item ADD CONSTRAINT strategy_item_edition_fkey FOREIGN KEY (edition) REFERENCES strategy_edition(code) ON DELETE CASCADE`,
  // The words of a title as people type them (the domain's `searchName`), so that objectives are found by an index.
  `CREATE FUNCTION bare_words(title text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
     SELECT ' ' || btrim(regexp_replace(
       regexp_replace(lower(normalize(title, NFD)), U&'[\\0300-\\036F]', '', 'g'), '[^a-z0-9]+', ' ', 'g')) $$`,
  `CREATE INDEX objective_title_words ON objective USING gin (bare_words(title) gin_trgm_ops)`,
  `ALTER TABLE plan ADD strategy_edition text`,
  `ALTER TABLE plan ADD CONSTRAINT plan_strategy_edition_fkey FOREIGN KEY (strategy_edition) REFERENCES strategy_edition(code) ON DELETE RESTRICT`,
  `CREATE INDEX plan_strategy_edition_idx ON plan (strategy_edition)`,
  // Whoever makes a plan, it is written against the newest edition of that day, and keeps it.
  `CREATE FUNCTION newest_strategy_edition() RETURNS text LANGUAGE sql STABLE AS $$
     SELECT max(code) FROM strategy_edition $$`,
  `CREATE FUNCTION give_plan_its_edition() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      NEW.strategy_edition := coalesce(NEW.strategy_edition, newest_strategy_edition());
      RETURN NEW;
    END $$`,
  `CREATE TRIGGER plan_edition BEFORE INSERT ON plan FOR EACH ROW EXECUTE FUNCTION give_plan_its_edition()`,
];

/** The editions of the Piano triennale, and which of them a plan is written against. */
export class Strategy1764330000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [
      "DROP TRIGGER plan_edition ON plan",
      "DROP FUNCTION give_plan_its_edition, newest_strategy_edition",
      "ALTER TABLE plan DROP strategy_edition",
      "DROP INDEX objective_title_words",
      "DROP FUNCTION bare_words",
      "DROP TABLE strategy_item, strategy_edition",
    ])
      await runner.query(statement);
  }
}
