import type { MigrationInterface, QueryRunner } from "typeorm";

const kinds = [
  ...["SUBMITTED", "CHANGES_REQUESTED", "VALIDATED", "SIGN_OFF_NEEDED", "MENTION", "REPLY", "FINDING"],
  ...["PROPOSED", "SUGGESTIONS_DECIDED", "OPINION", "DEADLINE", "CALL", "MEASUREMENT_DUE"],
];
const kindList = `ARRAY[${kinds.map((kind) => `'${kind}'::text`).join(", ")}]`;

/** What each constraint says, with the kinds of notifications that there are from now on. */
const kindChecks: readonly (readonly [table: string, name: string, check: string])[] = [
  ["notification", "notification_kind", `kind = ANY (${kindList})`],
  ["notification_choice", "notification_choice_kind", `kind = ANY (${kindList})`],
  ["unsubscribe_token", "unsubscribe_token_kinds", `kinds <@ (${kindList})`],
];

const record = `id uuid NOT NULL DEFAULT gen_random_uuid(),
      revision integer NOT NULL DEFAULT 1,`;

const tables = [
  ...kindChecks.flatMap(([table, name, check]) => [
    `ALTER TABLE ${table} DROP CONSTRAINT ${name}`,
    `ALTER TABLE ${table} ADD CONSTRAINT ${name} CHECK (${check})`,
  ]),
  `CREATE TABLE hub_service (
      ${record}
      body_id uuid NOT NULL,
      code text NOT NULL,
      kind text NOT NULL,
      title text NOT NULL,
      description text NOT NULL,
      CONSTRAINT hub_service_code_key UNIQUE (code),
      CONSTRAINT hub_service_kind CHECK (kind = ANY (ARRAY['PROCUREMENT'::text, 'RECRUITMENT_TRAINING'::text, 'FUND_RAISING'::text, 'CONTRACT_MONITORING'::text, 'PERFORMANCE_SUPPORT'::text, 'DIGITAL_COMPETENCE'::text])),
      CONSTRAINT hub_service_pkey PRIMARY KEY (id)
    )`,
  `CREATE INDEX hub_service_body_id_idx ON hub_service (body_id)`,
  `CREATE TABLE adhesion (
      ${record}
      service_id uuid NOT NULL,
      body_id uuid NOT NULL,
      act text,
      from_day date,
      until_day date,
      CONSTRAINT adhesion_service_id_body_id_key UNIQUE (service_id, body_id),
      CONSTRAINT adhesion_act CHECK ((act IS NULL) = (from_day IS NULL)),
      CONSTRAINT adhesion_days CHECK (until_day IS NULL OR until_day >= from_day),
      CONSTRAINT adhesion_pkey PRIMARY KEY (id)
    )`,
  `CREATE INDEX adhesion_body_id_idx ON adhesion (body_id)`,
  `CREATE TABLE funding_call (
      ${record}
      body_id uuid,
      code text NOT NULL,
      issuer text NOT NULL,
      title text NOT NULL,
      measure text,
      amount numeric(14,2),
      opens date,
      deadline date,
      recipients text[] NOT NULL DEFAULT '{}',
      requirements text,
      link text,
      source text NOT NULL,
      verified boolean NOT NULL DEFAULT false,
      CONSTRAINT funding_call_code_key UNIQUE (code),
      CONSTRAINT funding_call_days CHECK (opens IS NULL OR deadline IS NULL OR deadline >= opens),
      CONSTRAINT funding_call_pkey PRIMARY KEY (id)
    )`,
  `CREATE INDEX funding_call_body_id_idx ON funding_call (body_id)`,
  `CREATE INDEX funding_call_deadline_idx ON funding_call (deadline)`,
  `CREATE TABLE call_application (
      ${record}
      call_id uuid NOT NULL,
      body_id uuid NOT NULL,
      state text NOT NULL,
      amount numeric(14,2),
      submitted_on date,
      decided_on date,
      note text,
      CONSTRAINT call_application_call_id_body_id_key UNIQUE (call_id, body_id),
      CONSTRAINT call_application_state CHECK (state = ANY (ARRAY['PREPARING'::text, 'SUBMITTED'::text, 'FUNDED'::text, 'REJECTED'::text])),
      CONSTRAINT call_application_pkey PRIMARY KEY (id)
    )`,
  `CREATE INDEX call_application_body_id_idx ON call_application (body_id)`,
  `CREATE TABLE purchase (
      ${record}
      body_id uuid NOT NULL,
      year integer NOT NULL,
      quarter integer NOT NULL,
      what text NOT NULL,
      amount numeric(14,2) NOT NULL,
      cpv text,
      CONSTRAINT purchase_quarter CHECK (quarter BETWEEN 1 AND 4),
      CONSTRAINT purchase_year CHECK (year BETWEEN 2020 AND 2100),
      CONSTRAINT purchase_pkey PRIMARY KEY (id)
    )`,
  `CREATE INDEX purchase_body_id_year_idx ON purchase (body_id, year)`,
  `CREATE TABLE service_contract (
      ${record}
      body_id uuid NOT NULL,
      title text NOT NULL,
      supplier text NOT NULL,
      expires date NOT NULL,
      indicators text,
      CONSTRAINT service_contract_pkey PRIMARY KEY (id)
    )`,
  `CREATE INDEX service_contract_body_id_expires_idx ON service_contract (body_id, expires)`,
  `CREATE TABLE calendar_feed (
      user_id uuid NOT NULL,
      token_hash bytea NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT calendar_feed_token_hash_key UNIQUE (token_hash),
      CONSTRAINT calendar_feed_pkey PRIMARY KEY (user_id)
    )`,
  `ALTER TABLE calendar_feed ADD CONSTRAINT calendar_feed_user_id_fkey FOREIGN KEY (user_id) REFERENCES user_account(id) ON DELETE CASCADE`,
  `ALTER TABLE adhesion ADD CONSTRAINT adhesion_service_id_fkey FOREIGN KEY (service_id) REFERENCES hub_service(id) ON DELETE CASCADE`,
  `ALTER TABLE call_application ADD CONSTRAINT call_application_call_id_fkey FOREIGN KEY (call_id) REFERENCES funding_call(id) ON DELETE RESTRICT`,
  ...["hub_service", "adhesion", "funding_call", "call_application", "purchase", "service_contract"].map(
    (table) =>
      `ALTER TABLE ${table} ADD CONSTRAINT ${table}_body_id_fkey FOREIGN KEY (body_id) REFERENCES body(id) ON DELETE RESTRICT`,
  ),
];

/** The register of the hub, and the secret addresses of calendars. */
export class Hub1764350000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
  }

  /** Undoing it would delete what bodies have recorded. */
  async down(): Promise<void> {
    throw new Error("this migration is not undone: restore a backup instead");
  }
}
