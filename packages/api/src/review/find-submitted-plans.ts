import type { DataSource, EntityManager } from "typeorm";

/** A submitted plan, and what its place in the queue rests on. */
export interface SubmittedPlan {
  readonly id: string;
  readonly firstYear: number;
  readonly budgetDeadline: string | null;
  readonly submittedAt: Date | null;
}

/** The submitted plans of these bodies and of those that they review. */
export function findSubmittedPlans(
  database: DataSource | EntityManager,
  bodyIds: readonly string[],
): Promise<SubmittedPlan[]> {
  return database.query(
    `SELECT p.id, p.first_year AS "firstYear", p.budget_deadline::text AS "budgetDeadline",
            (SELECT max(w.at) FROM workflow_step w WHERE w.plan_id = p.id AND w.action = 'SUBMIT') AS "submittedAt"
       FROM plan p
      WHERE p.state = 'SUBMITTED' AND p.id IN (
              SELECT own.id FROM plan own
               WHERE own.body_id = ANY ($1::uuid[]) OR own.reviewer_body_id = ANY ($1::uuid[])
              UNION
              SELECT led.id FROM associated_office o
                JOIN office_member m ON m.office_id = o.id AND m.left_at IS NULL
                JOIN plan led ON led.body_id = m.body_id
               WHERE o.lead_body_id = ANY ($1::uuid[]))`,
    [bodyIds],
  );
}
