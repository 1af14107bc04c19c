import { planDeadline } from "@upiao/domain";
import type { DataSource, EntityManager } from "typeorm";

/** A submitted section, and what its place in the queue rests on. */
export interface Submitted {
  readonly id: string;
  readonly firstYear: number;
  /** Null for a shared one. */
  readonly bodyId: string | null;
  /** Of its plan; of a shared one, of the plans of all whom it binds. Null stands for a term that was not put off. */
  readonly budgetDeadlines: readonly (string | null)[];
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
    `SELECT s.id, s.first_year AS "firstYear", p.body_id AS "bodyId",
            CASE WHEN p.id IS NOT NULL THEN ARRAY[p.budget_deadline::text] ELSE ARRAY(
              SELECT bound.budget_deadline::text FROM plan bound
               WHERE bound.first_year = s.first_year AND bound.body_id IN (
                       SELECT o.lead_body_id FROM associated_office o WHERE o.id = s.office_id
                       UNION
                       SELECT m.body_id FROM office_member m WHERE m.office_id = s.office_id AND m.left_at IS NULL)) END
              AS "budgetDeadlines",
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

/** The day by which it has to be adopted. A shared one is due with the first of the plans that it stands in. */
export function deadlineOf({ firstYear, budgetDeadlines }: Submitted): string {
  const days = budgetDeadlines.map((budgetDeadline) => planDeadline({ firstYear, budgetDeadline }));
  return days.sort()[0] ?? planDeadline({ firstYear, budgetDeadline: null });
}
