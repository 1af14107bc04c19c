import type { MigrationInterface, QueryRunner } from "typeorm";

const statements = [
  `CREATE TABLE installation_secret (
      name text NOT NULL,
      bytes bytea NOT NULL,
      CONSTRAINT installation_secret_pkey PRIMARY KEY (name)
    )`,
  `CREATE TABLE remark (
      id uuid NOT NULL DEFAULT gen_random_uuid(),
      body_id uuid NOT NULL,
      plan_id uuid NOT NULL,
      amendment integer NOT NULL,
      part text,
      text text NOT NULL,
      author_name text,
      form uuid NOT NULL,
      at timestamptz NOT NULL DEFAULT now(),
      state text NOT NULL DEFAULT 'NEW',
      shows_name boolean NOT NULL DEFAULT false,
      reason text,
      decided_at timestamptz,
      decided_by_id uuid,
      answer text,
      answered_at timestamptz,
      answered_by_id uuid,
      CONSTRAINT remark_form_key UNIQUE (form),
      CONSTRAINT remark_state CHECK (state = ANY (ARRAY['NEW'::text, 'PUBLISHED'::text, 'DISMISSED'::text])),
      CONSTRAINT remark_decided CHECK ((state = 'NEW') = (decided_at IS NULL)),
      CONSTRAINT remark_dismissed CHECK ((state = 'DISMISSED') = (reason IS NOT NULL)),
      CONSTRAINT remark_pkey PRIMARY KEY (id)
    )`,
  `CREATE INDEX remark_body_id_state_at_idx ON remark (body_id, state, at)`,
  `CREATE INDEX remark_plan_id_at_idx ON remark (plan_id, at)`,
  ...(
    [
      ["body_id", "body(id)"],
      ["plan_id", "plan(id)"],
      ["decided_by_id", "user_account(id)"],
      ["answered_by_id", "user_account(id)"],
    ] as const
  ).map(
    ([column, to]) =>
      `ALTER TABLE remark ADD CONSTRAINT remark_${column}_fkey FOREIGN KEY (${column}) REFERENCES ${to} ON DELETE RESTRICT`,
  ),
];

/** What citizens say of published plans, and the secret by which the forms are known in which they say it. */
export class Remark1764395000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE remark");
    await runner.query("DROP TABLE installation_secret");
  }
}
