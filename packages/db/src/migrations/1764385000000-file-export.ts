import type { MigrationInterface, QueryRunner } from "typeorm";

const words = (...list: readonly string[]) => `ARRAY[${list.map((word) => `'${word}'::text`).join(", ")}]`;
const failures = words("NOT_READABLE", "NOT_WRITTEN");

const statements = [
  `CREATE TABLE file_export (
      id uuid NOT NULL DEFAULT gen_random_uuid(),
      by_user_id uuid NOT NULL,
      kind text NOT NULL,
      subject_id uuid NOT NULL,
      other_id uuid,
      format text NOT NULL,
      state text NOT NULL DEFAULT 'QUEUED',
      progress integer NOT NULL DEFAULT 0,
      failure text,
      name text,
      media_type text,
      bytes bytea,
      section_ids uuid[] NOT NULL DEFAULT '{}',
      at timestamptz NOT NULL DEFAULT now(),
      CONSTRAINT file_export_kind CHECK (kind = ANY (${words("SECTION", "VERSION", "COMPARISON", "COMMENTS", "PLAN")})),
      CONSTRAINT file_export_format CHECK (format = ANY (${words("PDF", "DOCX", "ODT", "HTML", "MARKDOWN")})),
      CONSTRAINT file_export_state CHECK (state = ANY (${words("QUEUED", "RUNNING", "DONE", "FAILED")})),
      CONSTRAINT file_export_failure CHECK (failure IS NULL OR failure = ANY (${failures})),
      CONSTRAINT file_export_failed CHECK ((state = 'FAILED') = (failure IS NOT NULL)),
      CONSTRAINT file_export_done CHECK ((state = 'DONE') = (bytes IS NOT NULL)),
      CONSTRAINT file_export_file CHECK (num_nonnulls(name, media_type, bytes) = ANY (ARRAY[0, 3])),
      CONSTRAINT file_export_progress CHECK (progress BETWEEN 0 AND 100),
      CONSTRAINT file_export_pkey PRIMARY KEY (id)
    )`,
  `CREATE INDEX file_export_by_user_id_at_idx ON file_export (by_user_id, at)`,
  `ALTER TABLE file_export ADD CONSTRAINT file_export_by_user_id_fkey
      FOREIGN KEY (by_user_id) REFERENCES user_account(id) ON DELETE CASCADE`,
];

/** Files that people have asked for. */
export class FileExport1764385000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE file_export");
  }
}
