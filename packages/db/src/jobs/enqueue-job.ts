import type { DataSource, EntityManager } from "typeorm";

/** What is done later, by whichever node has the time. */
export interface NewJob {
  readonly name: string;
  readonly payload?: object;
  /** Of the jobs with the same key that have not begun, only the last is kept. */
  readonly key?: string;
}

/** Queues it in the caller's transaction: the job exists exactly when the change is committed that asks for it. */
export async function enqueueJob(
  tx: DataSource | EntityManager,
  { name, payload = {}, key }: NewJob,
): Promise<void> {
  await tx.query("SELECT graphile_worker.add_job($1, $2::json, job_key := $3)", [
    name,
    JSON.stringify(payload),
    key ?? null,
  ]);
}
