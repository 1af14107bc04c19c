import type { MigrationInterface, QueryRunner } from "typeorm";

const notified: readonly (readonly [table: string, name: string, check: (kinds: string) => string])[] = [
  ["notification", "notification_kind", (kinds) => `kind = ANY (${kinds})`],
  ["notification_choice", "notification_choice_kind", (kinds) => `kind = ANY (${kinds})`],
  ["unsubscribe_token", "unsubscribe_token_kinds", (kinds) => `kinds <@ (${kinds})`],
];
const kinds = [
  ...["SUBMITTED", "CHANGES_REQUESTED", "VALIDATED", "ADOPTED", "ADOPTION_ANNULLED", "PUBLISHED", "AMENDED"],
  ...["REMARK", "SIGN_OFF_NEEDED", "MENTION", "REPLY", "FINDING", "PROPOSED", "SUGGESTIONS_DECIDED"],
  ...["OPINION", "DEADLINE", "CALL", "MEASUREMENT_DUE", "TERM"],
];
const actions = ["SUBMIT", "REQUEST_CHANGES", "VALIDATE", "ADOPT", "PUBLISH", "AMEND", "ANNUL"];
const listOf = (words: readonly string[]) => `ARRAY[${words.map((word) => `'${word}'::text`).join(", ")}]`;

function widen(table: string, name: string, check: string): string[] {
  return [
    `ALTER TABLE ${table} DROP CONSTRAINT ${name}`,
    `ALTER TABLE ${table} ADD CONSTRAINT ${name} CHECK (${check})`,
  ];
}

const key = (column: string, to: string) =>
  `ALTER TABLE annulment ADD CONSTRAINT annulment_${column}_fkey FOREIGN KEY (${column}) REFERENCES ${to} ON DELETE RESTRICT`;

const tables = [
  ...notified.flatMap(([table, name, check]) => widen(table, name, check(listOf(kinds)))),
  ...widen("workflow_step", "workflow_step_action", `action = ANY (${listOf(actions)})`),
  `CREATE TABLE annulment (
      adoption_id uuid NOT NULL,
      plan_id uuid NOT NULL,
      amendment integer NOT NULL,
      act_kind text NOT NULL,
      act_number text NOT NULL,
      act_day date NOT NULL,
      act_file_id uuid NOT NULL,
      content bytea NOT NULL,
      sha256 bytea NOT NULL,
      adopted_by_user_id uuid NOT NULL,
      adopted_at timestamptz NOT NULL,
      reason text NOT NULL,
      by_user_id uuid NOT NULL,
      at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT annulment_act_kind CHECK (act_kind = ANY (ARRAY['DECRETO_PRESIDENTE'::text, 'DECRETO_SINDACO_METROPOLITANO'::text, 'DELIBERAZIONE_GIUNTA'::text, 'DELIBERAZIONE_COMMISSARIO'::text, 'ALTRO_ATTO'::text])),
      CONSTRAINT annulment_sha256 CHECK (length(sha256) = 32),
      CONSTRAINT annulment_pkey PRIMARY KEY (adoption_id)
    )`,
  `CREATE INDEX annulment_plan_id_idx ON annulment (plan_id)`,
  `CREATE INDEX annulment_act_file_id_idx ON annulment (act_file_id)`,
  key("plan_id", "plan(id)"),
  key("act_file_id", "act_file(id)"),
  key("adopted_by_user_id", "user_account(id)"),
  key("by_user_id", "user_account(id)"),
];

/** The one door by which an adoption goes: what goes through it is kept as it was, and of what is published nothing goes through it. */
const door = [
  // Whoever publishes at the same moment refers to the adoption, and waits for this lock, or this one for theirs.
  `CREATE FUNCTION take_annulled() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE adopted adoption;
    BEGIN
      SELECT * INTO adopted FROM adoption WHERE id = NEW.adoption_id FOR UPDATE;
      IF NOT FOUND OR EXISTS (SELECT FROM publication WHERE adoption_id = NEW.adoption_id) THEN
        RAISE EXCEPTION 'adoption % is on record: only one that stands and was not published is annulled', NEW.adoption_id;
      END IF;
      NEW.plan_id := adopted.plan_id;
      NEW.amendment := adopted.amendment;
      NEW.act_kind := adopted.act_kind;
      NEW.act_number := adopted.act_number;
      NEW.act_day := adopted.act_day;
      NEW.act_file_id := adopted.act_file_id;
      NEW.content := adopted.content;
      NEW.sha256 := adopted.sha256;
      NEW.adopted_by_user_id := adopted.by_user_id;
      NEW.adopted_at := adopted.at;
      RETURN NEW;
    END $$`,
  `CREATE FUNCTION end_annulled() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      DELETE FROM adoption WHERE id = NEW.adoption_id;
      RETURN NULL;
    END $$`,
  `CREATE FUNCTION keep_adoption() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT FROM annulment WHERE adoption_id = OLD.id) THEN RETURN OLD; END IF;
      RAISE EXCEPTION 'adoption is on record: it is neither changed nor removed';
    END $$`,
  `CREATE TRIGGER annulment_taken BEFORE INSERT ON annulment FOR EACH ROW EXECUTE FUNCTION take_annulled()`,
  `CREATE TRIGGER annulment_ends AFTER INSERT ON annulment FOR EACH ROW EXECUTE FUNCTION end_annulled()`,
  `CREATE TRIGGER annulment_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON annulment
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  `DROP TRIGGER adoption_kept ON adoption`,
  `CREATE TRIGGER adoption_kept BEFORE UPDATE OR TRUNCATE ON adoption
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER adoption_stays BEFORE DELETE ON adoption FOR EACH ROW EXECUTE FUNCTION keep_adoption()`,
];

/** An adoption with a wrong act is annulled before it is published. */
export class Annulment1764398500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...door]) await runner.query(statement);
  }

  /** Undoing it would delete what is on record. */
  async down(): Promise<void> {
    throw new Error("this migration is not undone: restore a backup instead");
  }
}
