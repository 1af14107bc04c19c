import { whyNotRecordLeaving } from "@upiao/domain";
import { recordAudit } from "../audit/record-audit.ts";
import type { Context } from "../context.ts";
import { postsOf } from "../people/posts-of.ts";
import { lockOffice } from "./lock-office.ts";

/** Writes down that a body has left an office, now. */
export async function recordLeaving(context: Context, officeId: string, bodyId: string): Promise<void> {
  const { userId } = context.signedIn;
  await context.change(async (tx) => {
    const posts = await postsOf(tx, userId);
    await lockOffice(tx, officeId, (facts) => whyNotRecordLeaving(facts, bodyId, posts));
    // The database's clock: adoptions, which are compared with this moment, are written by it too.
    await tx.query(
      "UPDATE office_member SET left_at = now() WHERE office_id = $1 AND body_id = $2 AND left_at IS NULL",
      [officeId, bodyId],
    );
    await recordAudit(tx, { chain: officeId, userId, action: "office.LEAVE", subject: { body: bodyId } });
  });
}
