import { enqueueJob } from "@upiao/db";
import type { WrittenRemark } from "@upiao/domain";
import type { DataSource } from "typeorm";
import { remarksOfPlan, remarksOnPage } from "../limits.ts";

/** The job that tells the people of the body. */
export const remarkJob = "tellOfRemark";

export interface PlanPart {
  readonly number: string;
  readonly title: string;
}

/** What a remark can be about: the plan in force, and its parts. */
export interface RemarkedPlan {
  readonly id: string;
  readonly parts: readonly PlanPart[];
}

export async function readRemarkedPlan(database: DataSource, adoptionId: string): Promise<RemarkedPlan> {
  const rows: RemarkedPlan[] = await database.query(
    `SELECT a.plan_id AS id, (SELECT coalesce(jsonb_agg(jsonb_build_object('number', number, 'title', title) ORDER BY position), '[]')
        FROM (SELECT DISTINCT ON (t.number) t.number, t.title, t.position FROM published_text t
          WHERE t.adoption_id = a.id ORDER BY t.number, t.position) AS part) AS parts
      FROM adoption a JOIN publication p ON p.adoption_id = a.id WHERE a.id = $1`,
    [adoptionId],
  );
  return rows[0]!;
}

/** A remark as everybody reads it. */
export interface PublicRemark {
  readonly id: string;
  readonly at: string;
  readonly amendment: number;
  readonly part: string | null;
  readonly text: string;
  readonly name: string | null;
  readonly answer: string | null;
  readonly answeredAt: string | null;
}

/** The latest first; one more than a page shows, where there are more. */
export function readRemarks(database: DataSource, planId: string, page: number): Promise<PublicRemark[]> {
  return database.query(
    `SELECT r.id, r.at, r.amendment, r.part, r.text, CASE WHEN r.shows_name THEN r.author_name END AS name, r.answer,
        r.answered_at AS "answeredAt"
      FROM remark r WHERE r.plan_id = $1 AND r.state = 'PUBLISHED' ORDER BY r.at DESC, r.id LIMIT $2 OFFSET $3`,
    [planId, remarksOnPage + 1, (page - 1) * remarksOnPage],
  );
}

export interface NewRemark extends WrittenRemark {
  readonly planId: string;
  readonly bodyId: string;
  readonly amendment: number;
  readonly part: string | null;
  readonly form: string;
}

/** Takes in a remark and has the body told of it. False: the plan has had its fill for a day. The same form again changes nothing. */
export function takeRemark(database: DataSource, remark: NewRemark): Promise<boolean> {
  const { planId, bodyId, amendment, part, text, name, form } = remark;
  return database.transaction(async (tx) => {
    // One at a time for each plan, so that those who come at once are counted.
    await tx.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 9))", [planId]);
    const [{ count }]: [{ count: number }] = await tx.query(
      "SELECT count(*)::integer AS count FROM remark WHERE plan_id = $1 AND at > now() - interval '1 day' AND form <> $2",
      [planId, form],
    );
    if (count >= remarksOfPlan) return false;
    const rows: { id: string }[] = await tx.query(
      `INSERT INTO remark (plan_id, body_id, amendment, part, text, author_name, form) VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (form) DO NOTHING RETURNING id`,
      [planId, bodyId, amendment, part, text, name, form],
    );
    if (rows[0]) await enqueueJob(tx, { name: remarkJob, payload: { remarkId: rows[0].id } });
    return true;
  });
}
