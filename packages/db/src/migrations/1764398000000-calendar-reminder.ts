import type { MigrationInterface, QueryRunner } from "typeorm";

const kinds = [
  ...["SUBMITTED", "CHANGES_REQUESTED", "VALIDATED", "ADOPTED", "PUBLISHED", "AMENDED", "REMARK"],
  ...["SIGN_OFF_NEEDED", "MENTION", "REPLY", "FINDING", "PROPOSED", "SUGGESTIONS_DECIDED", "OPINION"],
  ...["DEADLINE", "CALL", "MEASUREMENT_DUE"],
];

/** People are reminded of what their calendar has, as its day comes near. */
export class CalendarReminder1764398000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE calendar_reminder (
         body_id uuid NOT NULL,
         key text NOT NULL,
         day date NOT NULL,
         days integer NOT NULL,
         at timestamptz NOT NULL DEFAULT now(),
         CONSTRAINT calendar_reminder_pkey PRIMARY KEY (body_id, key, day, days)
       )`,
    );
    await runner.query(
      "ALTER TABLE calendar_reminder ADD CONSTRAINT calendar_reminder_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(id) ON DELETE CASCADE",
    );
    await checkKinds(runner, [...kinds, "TERM"]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM notification WHERE kind = 'TERM'");
    await runner.query("DELETE FROM notification_choice WHERE kind = 'TERM'");
    await runner.query("UPDATE unsubscribe_token SET kinds = array_remove(kinds, 'TERM')");
    await checkKinds(runner, kinds);
    await runner.query("DROP TABLE calendar_reminder");
  }
}

async function checkKinds(runner: QueryRunner, known: readonly string[]): Promise<void> {
  const list = `ARRAY[${known.map((kind) => `'${kind}'::text`).join(", ")}]`;
  const checks = [
    ["notification", "notification_kind", `kind = ANY (${list})`],
    ["notification_choice", "notification_choice_kind", `kind = ANY (${list})`],
    ["unsubscribe_token", "unsubscribe_token_kinds", `kinds <@ (${list})`],
  ] as const;
  for (const [table, name, check] of checks) {
    await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
    await runner.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} CHECK (${check})`);
  }
}
