import type { MigrationInterface, QueryRunner } from "typeorm";

const tables = [
  // A page of the list ends at a moment that JavaScript has carried.
  "ALTER TABLE notification ALTER COLUMN at TYPE timestamptz(3)",
  // Of what is unread a person has one for each place and kind: what happens there again makes it new.
  `CREATE UNIQUE INDEX notification_unread
     ON notification (user_id, kind, section_id, plan_id, thread_id, proposal_id) NULLS NOT DISTINCT
     WHERE read_at IS NULL`,
  `CREATE TABLE unsubscribe_token (
      token_hash bytea NOT NULL,
      user_id uuid NOT NULL,
      kinds text[] NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT unsubscribe_token_kinds CHECK (kinds <@ (ARRAY['SUBMITTED'::text, 'CHANGES_REQUESTED'::text, 'VALIDATED'::text, 'SIGN_OFF_NEEDED'::text, 'MENTION'::text, 'REPLY'::text, 'FINDING'::text, 'PROPOSED'::text, 'SUGGESTIONS_DECIDED'::text, 'OPINION'::text, 'DEADLINE'::text])),
      CONSTRAINT unsubscribe_token_pkey PRIMARY KEY (token_hash)
    )`,
  `CREATE INDEX unsubscribe_token_user_id_idx ON unsubscribe_token (user_id)`,
  `ALTER TABLE unsubscribe_token ADD CONSTRAINT unsubscribe_token_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account(id) ON DELETE CASCADE`,
  `CREATE TABLE outbox_mail (
      id uuid NOT NULL DEFAULT gen_random_uuid(),
      user_id uuid NOT NULL,
      subject text NOT NULL,
      text text NOT NULL,
      html text NOT NULL,
      at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT outbox_mail_pkey PRIMARY KEY (id)
    )`,
  `CREATE INDEX outbox_mail_user_id_idx ON outbox_mail (user_id)`,
  `CREATE INDEX outbox_mail_at_idx ON outbox_mail (at)`,
  `ALTER TABLE outbox_mail ADD CONSTRAINT outbox_mail_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account(id) ON DELETE CASCADE`,
  `CREATE TABLE plan_reminder (
      plan_id uuid NOT NULL,
      deadline date NOT NULL,
      days integer NOT NULL,
      at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT plan_reminder_pkey PRIMARY KEY (plan_id, deadline, days)
    )`,
  `ALTER TABLE plan_reminder ADD CONSTRAINT plan_reminder_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES plan(id) ON DELETE CASCADE`,
];

/** Whoever is told something, or has read it on another device, sees it at once: the news leave with the commit, so that
 *  no way of telling can forget to send them. */
const news = [
  `CREATE FUNCTION announce_notification() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM pg_notify('upiao', json_build_object('topic', 'notification', 'body',
        json_build_object('userIds', json_build_array(coalesce(NEW.user_id, OLD.user_id))))::text);
      RETURN NULL;
    END $$`,
  `CREATE TRIGGER notification_news AFTER INSERT OR UPDATE OF at, read_at OR DELETE ON notification
    FOR EACH ROW EXECUTE FUNCTION announce_notification()`,
];

/** What becomes of a notification: mail, its way out, reminders, and the counter that rises by itself. */
export class Notifications1764310000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...news]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [
      "DROP TABLE plan_reminder, outbox_mail, unsubscribe_token",
      "DROP INDEX notification_unread",
      "DROP TRIGGER notification_news ON notification",
      "DROP FUNCTION announce_notification",
      "ALTER TABLE notification ALTER COLUMN at TYPE timestamptz",
    ])
      await runner.query(statement);
  }
}
