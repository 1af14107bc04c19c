import { enqueueJob, FileExport } from "@upiao/db";
import { type ExportFormat, Refusal } from "@upiao/domain";
import { In } from "typeorm";
import type { Context } from "../context.ts";
import { exportAttempts, mostExports, mostKeptExports } from "../limits.ts";
import { type ExportSubject, readSubject } from "./export-subject.ts";

/** The job that makes the file of an export. */
export const exportJob = "runExport";
/** One file at a time: they are written in one thread, and the jobs of mail should not wait behind them. */
export const filesQueue = "files";

/** Queues an export of what this person may read. Throws NOT_FOUND, and TOO_MANY_EXPORTS. */
export async function startExport(
  context: Context,
  subject: ExportSubject,
  format: ExportFormat,
): Promise<FileExport> {
  const { userId } = context.signedIn;
  await readSubject(context, subject);
  return context.change(async (tx) => {
    // Two at once would not see each other.
    await tx.query("SELECT FROM user_account WHERE id = $1 FOR NO KEY UPDATE", [userId]);
    const rows = tx.getRepository(FileExport);
    const waiting = await rows.countBy({ byUserId: userId, state: In(["QUEUED", "RUNNING"]) });
    if (waiting >= mostExports) throw new Refusal("TOO_MANY_EXPORTS", { most: mostExports });
    await tx.query(
      `DELETE FROM file_export WHERE id IN (
         SELECT id FROM file_export WHERE by_user_id = $1 AND state IN ('DONE', 'FAILED')
          ORDER BY at DESC OFFSET $2)`,
      [userId, mostKeptExports - 1],
    );
    const { id } = await rows.save({ ...subject, format, byUserId: userId });
    const payload = { exportId: id };
    await enqueueJob(tx, { name: exportJob, payload, queue: filesQueue, attempts: exportAttempts });
    return rows.findOneByOrFail({ id });
  });
}
