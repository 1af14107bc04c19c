import type { MigrationInterface, QueryRunner } from "typeorm";

// As they are with this migration: the list of the domain goes on to grow.
const kinds = [
  "SUBMITTED",
  "CHANGES_REQUESTED",
  "VALIDATED",
  "SIGN_OFF_NEEDED",
  "MENTION",
  "REPLY",
  "FINDING",
  "PROPOSED",
  "SUGGESTIONS_DECIDED",
  "OPINION",
  "DEADLINE",
  "MEASUREMENT_DUE",
]
  .map((kind) => `'${kind}'::text`)
  .join(", ");

const statements = [
  `CREATE TABLE measurement_import (
      id uuid NOT NULL DEFAULT gen_random_uuid(),
      body_id uuid NOT NULL,
      year integer NOT NULL,
      user_id uuid NOT NULL,
      at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT measurement_import_pkey PRIMARY KEY (id)
    )`,
  "CREATE INDEX measurement_import_body_id_idx ON measurement_import (body_id)",
  "CREATE INDEX measurement_import_user_id_idx ON measurement_import (user_id)",
  `CREATE TABLE measurement_import_cell (
      import_id uuid NOT NULL,
      row integer NOT NULL,
      round integer NOT NULL,
      indicator_id uuid NOT NULL,
      text text,
      note text,
      evidence text,
      based_on timestamptz(3),
      CONSTRAINT measurement_import_cell_round CHECK (round BETWEEN 1 AND 2),
      CONSTRAINT measurement_import_cell_pkey PRIMARY KEY (import_id, row, round)
    )`,
  `CREATE TABLE measurement_reminder (
      body_id uuid NOT NULL,
      year integer NOT NULL,
      round integer NOT NULL,
      days integer NOT NULL,
      at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT measurement_reminder_pkey PRIMARY KEY (body_id, year, round, days)
    )`,
  "ALTER TABLE measurement_import ADD CONSTRAINT measurement_import_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(id) ON DELETE CASCADE",
  "ALTER TABLE measurement_import ADD CONSTRAINT measurement_import_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account(id) ON DELETE CASCADE",
  "ALTER TABLE measurement_import_cell ADD CONSTRAINT measurement_import_cell_import_id_fkey FOREIGN KEY (import_id) REFERENCES measurement_import(id) ON DELETE CASCADE",
  "ALTER TABLE measurement_reminder ADD CONSTRAINT measurement_reminder_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(id) ON DELETE CASCADE",
  "ALTER TABLE notification DROP CONSTRAINT notification_kind",
  `ALTER TABLE notification ADD CONSTRAINT notification_kind CHECK (kind = ANY (ARRAY[${kinds}]))`,
  "ALTER TABLE notification_choice DROP CONSTRAINT notification_choice_kind",
  `ALTER TABLE notification_choice ADD CONSTRAINT notification_choice_kind CHECK (kind = ANY (ARRAY[${kinds}]))`,
  "ALTER TABLE unsubscribe_token DROP CONSTRAINT unsubscribe_token_kinds",
  `ALTER TABLE unsubscribe_token ADD CONSTRAINT unsubscribe_token_kinds CHECK (kinds <@ (ARRAY[${kinds}]))`,
];

/** Spreadsheets on their way in, and reminders of what is to be measured. */
export class Measurement1764340000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  /** Undoing it would delete notifications. */
  async down(): Promise<void> {
    throw new Error("this migration is not undone: restore a backup instead");
  }
}
