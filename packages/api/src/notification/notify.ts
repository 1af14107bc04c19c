import { type NotificationKind, usualMail } from "@upiao/domain";
import type { EntityManager } from "typeorm";

/** Something that people are to be told of. */
export interface Telling {
  readonly kind: NotificationKind;
  readonly to: readonly string[];
  readonly sectionId?: string;
  readonly planId?: string;
  readonly threadId?: string;
  readonly proposalId?: string;
  /** Whose act it is, who needs not be told; null: nobody's. */
  readonly byUserId: string | null;
}

/** Mails at once to one person are so far apart, and what happens meanwhile goes together: a hundred answers in a minute
 *  are not a hundred mails. */
const mailPause = "5 minutes";

/** Notes, with the act and in its transaction, that these people are to be told of it, and queues the mail of those who want
 *  it at once. What somebody has not read yet is not told twice: it becomes new. */
export async function notify(tx: EntityManager, telling: Telling): Promise<void> {
  const { kind, sectionId, planId, threadId, proposalId, byUserId } = telling;
  const others = [...new Set(telling.to)].filter((userId) => userId !== byUserId);
  if (others.length === 0) return;
  await tx.query(
    `WITH told AS (
       INSERT INTO notification (user_id, kind, section_id, plan_id, thread_id, proposal_id, by_user_id)
       SELECT id, $2, $3::uuid, $4::uuid, $5::uuid, $6::uuid, $7::uuid
         FROM user_account WHERE id = ANY ($1::uuid[]) AND disabled_at IS NULL
        -- Two acts that tell the same people do not wait for each other in a circle.
        ORDER BY id
       ON CONFLICT (user_id, kind, section_id, plan_id, thread_id, proposal_id) WHERE read_at IS NULL
         DO UPDATE SET at = excluded.at, by_user_id = excluded.by_user_id
       RETURNING user_id
     )
     SELECT graphile_worker.add_job('sendMail', json_build_object('userId', told.user_id, 'rhythm', 'IMMEDIATE'),
              queue_name := 'mail ' || told.user_id, job_key := 'mail ' || told.user_id,
              run_at := (SELECT greatest(now(), max(mailed_at) + interval '${mailPause}')
                           FROM notification WHERE user_id = told.user_id),
              job_key_mode := 'preserve_run_at')
       FROM told LEFT JOIN notification_choice AS choice ON choice.user_id = told.user_id AND choice.kind = $2
      WHERE coalesce(choice.mail, $8) = 'IMMEDIATE'
      ORDER BY told.user_id`,
    [others, kind, sectionId, planId, threadId, proposalId, byUserId, usualMail[kind]].map(
      (value) => value ?? null,
    ),
  );
}
