import type { MigrationInterface, QueryRunner } from "typeorm";

const kinds = [
  ...[
    "SUBMITTED",
    "CHANGES_REQUESTED",
    "VALIDATED",
    "ADOPTED",
    "PUBLISHED",
    "AMENDED",
    "REMARK",
    "SIGN_OFF_NEEDED",
  ],
  ...["MENTION", "REPLY", "FINDING", "PROPOSED", "SUGGESTIONS_DECIDED", "OPINION", "DEADLINE", "CALL"],
  "MEASUREMENT_DUE",
];
const kindList = `ARRAY[${kinds.map((kind) => `'${kind}'::text`).join(", ")}]`;

/** What each constraint says, with the kinds of notifications that there are from now on. */
const kindChecks: readonly (readonly [table: string, name: string, check: string])[] = [
  ["notification", "notification_kind", `kind = ANY (${kindList})`],
  ["notification_choice", "notification_choice_kind", `kind = ANY (${kindList})`],
  ["unsubscribe_token", "unsubscribe_token_kinds", `kinds <@ (${kindList})`],
];

const id = "id uuid NOT NULL DEFAULT gen_random_uuid()";

const tables = [
  ...kindChecks.flatMap(([table, name, check]) => [
    `ALTER TABLE ${table} DROP CONSTRAINT ${name}`,
    `ALTER TABLE ${table} ADD CONSTRAINT ${name} CHECK (${check})`,
  ]),
  `ALTER TABLE plan ADD amendment integer NOT NULL DEFAULT 0`,
  `CREATE TABLE act_file (
      ${id},
      plan_id uuid NOT NULL,
      name text NOT NULL,
      media_type text NOT NULL,
      bytes bytea NOT NULL,
      sha256 bytea NOT NULL,
      by_user_id uuid NOT NULL,
      at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT act_file_sha256 CHECK (length(sha256) = 32),
      CONSTRAINT act_file_pkey PRIMARY KEY (id)
    )`,
  `CREATE INDEX act_file_plan_id_idx ON act_file (plan_id)`,
  `CREATE TABLE adoption (
      ${id},
      plan_id uuid NOT NULL,
      amendment integer NOT NULL,
      act_kind text NOT NULL,
      act_number text NOT NULL,
      act_day date NOT NULL,
      act_file_id uuid NOT NULL,
      reason text,
      content bytea NOT NULL,
      sha256 bytea NOT NULL,
      by_user_id uuid NOT NULL,
      at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT adoption_plan_id_amendment_key UNIQUE (plan_id, amendment),
      CONSTRAINT adoption_act_file_id_key UNIQUE (act_file_id),
      CONSTRAINT adoption_act_kind CHECK (act_kind = ANY (ARRAY['DECRETO_PRESIDENTE'::text, 'DECRETO_SINDACO_METROPOLITANO'::text, 'DELIBERAZIONE_GIUNTA'::text, 'DELIBERAZIONE_COMMISSARIO'::text, 'ALTRO_ATTO'::text])),
      CONSTRAINT adoption_sha256 CHECK (length(sha256) = 32),
      CONSTRAINT adoption_amendment CHECK ((amendment > 0) = (reason IS NOT NULL)),
      CONSTRAINT adoption_pkey PRIMARY KEY (id)
    )`,
  `CREATE TABLE publication (
      adoption_id uuid NOT NULL,
      by_user_id uuid NOT NULL,
      at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT publication_adoption_id_key UNIQUE (adoption_id),
      CONSTRAINT publication_pkey PRIMARY KEY (adoption_id)
    )`,
  `CREATE INDEX publication_at_idx ON publication (at)`,
  `CREATE TABLE published_text (
      ${id},
      adoption_id uuid NOT NULL,
      position integer NOT NULL,
      number text NOT NULL,
      title text NOT NULL,
      section_id uuid NOT NULL,
      words text NOT NULL,
      CONSTRAINT published_text_adoption_id_position_key UNIQUE (adoption_id, position),
      CONSTRAINT published_text_pkey PRIMARY KEY (id)
    )`,
  `CREATE INDEX published_text_section_id_idx ON published_text (section_id)`,
  // Found with their accents and without: «citta» is what many type. A tsvector holds less than a megabyte of different words.
  // Read once, here: an index is built under a search path of its own, on which `bare_words` is not found.
  `CREATE FUNCTION words_of_text(title text, words text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
     RETURN setweight(to_tsvector('italian', title || bare_words(title)), 'A')
         || to_tsvector('italian', left(words, 300000)) || to_tsvector('italian', bare_words(left(words, 300000)))`,
  `CREATE INDEX published_text_search ON published_text USING gin (words_of_text(title, words))`,
  `CREATE TABLE published_objective (
      ${id},
      text_id uuid NOT NULL,
      position integer NOT NULL,
      key text NOT NULL,
      title text NOT NULL,
      items text[] NOT NULL DEFAULT '{}',
      record jsonb NOT NULL,
      CONSTRAINT published_objective_pkey PRIMARY KEY (id)
    )`,
  `CREATE INDEX published_objective_text_id_idx ON published_objective (text_id)`,
  `CREATE INDEX published_objective_items ON published_objective USING gin (items)`,
  `CREATE TABLE published_file (
      ${id},
      adoption_id uuid NOT NULL,
      format text NOT NULL,
      bytes bytea NOT NULL,
      sha256 bytea NOT NULL,
      at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT published_file_adoption_id_format_key UNIQUE (adoption_id, format),
      CONSTRAINT published_file_sha256 CHECK (length(sha256) = 32),
      CONSTRAINT published_file_pkey PRIMARY KEY (id)
    )`,
  `CREATE INDEX published_file_sha256_idx ON published_file (sha256)`,
];

/** Column, table that it names, and what the end of that row does. */
const keys: readonly (readonly [table: string, column: string, to: string, onDelete: string])[] = [
  ["act_file", "plan_id", "plan(id)", "RESTRICT"],
  ["act_file", "by_user_id", "user_account(id)", "RESTRICT"],
  ["adoption", "plan_id", "plan(id)", "RESTRICT"],
  ["adoption", "act_file_id", "act_file(id)", "RESTRICT"],
  ["adoption", "by_user_id", "user_account(id)", "RESTRICT"],
  ["publication", "adoption_id", "adoption(id)", "RESTRICT"],
  ["publication", "by_user_id", "user_account(id)", "RESTRICT"],
  ["published_text", "adoption_id", "adoption(id)", "CASCADE"],
  ["published_text", "section_id", "section(id)", "RESTRICT"],
  ["published_objective", "text_id", "published_text(id)", "CASCADE"],
  ["published_file", "adoption_id", "adoption(id)", "RESTRICT"],
];

const record = [
  ...["adoption", "publication", "published_file"].map(
    (table) => `CREATE TRIGGER ${table}_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  ),
  // Handed in and never used, it goes; adopted with, a foreign key holds it.
  `CREATE TRIGGER act_file_kept BEFORE UPDATE ON act_file FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
];

/** Adopted plans with their acts, what is published of them, and in which files. */
export class Adoption1764380000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const references = keys.map(
      ([table, column, to, onDelete]) =>
        `ALTER TABLE ${table} ADD CONSTRAINT ${table}_${column}_fkey FOREIGN KEY (${column}) REFERENCES ${to} ON DELETE ${onDelete}`,
    );
    for (const statement of [...tables, ...references, ...record]) await runner.query(statement);
  }

  /** Undoing it would delete what was adopted. */
  async down(): Promise<void> {
    throw new Error("this migration is not undone: restore a backup instead");
  }
}
