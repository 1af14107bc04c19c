import { type DataSource, type EntityManager } from "typeorm";

/** A submitted section, and what its place in the queue rests on. */
export interface Submitted {
  readonly id: string;
  readonly firstYear: number;
  /** Null for a shared one. */
  readonly bodyId: string | null;
  readonly budgetDeadline: string | null;
  /** Of the last submission; null where none is on record. */
  readonly submittedAt: Date | null;
  readonly versionId: string | null;
  /** What was frozen when changes were last asked for; null: nobody has reviewed it yet. */
  readonly reviewedVersionId: string | null;
}

/** Those of these sections that are submitted. More than anybody may see: the rules say which wait for whom. */
export function findSubmitted(
  database: DataSource | EntityManager,
  ids: readonly string[],
): Promise<Submitted[]> {
  return database.query(
    `SELECT s.id, s.first_year AS "firstYear", p.body_id AS "bodyId", p.budget_deadline::text AS "budgetDeadline",
            submission.at AS "submittedAt", submission.version_id AS "versionId",
            review.version_id AS "reviewedVersionId"
       FROM section s
       LEFT JOIN plan p ON p.id = s.plan_id
       LEFT JOIN LATERAL (SELECT at, version_id FROM workflow_step
                           WHERE section_id = s.id AND action = 'SUBMIT' ORDER BY at DESC LIMIT 1) submission ON true
       LEFT JOIN LATERAL (SELECT version_id FROM workflow_step
                           WHERE section_id = s.id AND action = 'REQUEST_CHANGES' ORDER BY at DESC LIMIT 1) review ON true
      WHERE s.id = ANY ($1::uuid[]) AND s.state = 'SUBMITTED'`,
    [ids],
  );
}
