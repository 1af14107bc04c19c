import type { DataSource, EntityManager } from "typeorm";

/** What is done later, by whichever node has the time. */
export interface NewJob {
  readonly name: string;
  readonly payload?: object;
  /** Of the jobs with the same key that have not begun, only the last is kept. */
  readonly key?: string;
  /** Of the jobs of one queue one is done at a time. */
  readonly queue?: string;
  /** How often it is tried; without, for some four days. */
  readonly attempts?: number;
}

/** Queues it in the caller's transaction: the job exists exactly when the change is committed that asks for it. */
export async function enqueueJob(
  tx: DataSource | EntityManager,
  { name, payload = {}, key, queue, attempts }: NewJob,
): Promise<void> {
  await tx.query(
    "SELECT graphile_worker.add_job($1, $2::json, job_key := $3, queue_name := $4, max_attempts := $5)",
    [name, JSON.stringify(payload), key ?? null, queue ?? null, attempts ?? null],
  );
}
