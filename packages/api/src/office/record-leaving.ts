import { AssociatedOffice, OfficeMember } from "@upiao/db";
import { Refusal, whyNotRecordLeaving } from "@upiao/domain";
import { IsNull } from "typeorm";
import { recordAudit } from "../audit/record-audit.ts";
import type { Context } from "../context.ts";
import { postsOf } from "../people/posts-of.ts";

/** Writes down that a body has left an office, now. */
export async function recordLeaving(context: Context, officeId: string, bodyId: string): Promise<void> {
  const { userId } = context.signedIn;
  await context.change(async (tx) => {
    const office = await tx
      .getRepository(AssociatedOffice)
      .findOne({ where: { id: officeId }, lock: { mode: "for_no_key_update" } });
    if (!office) throw new Refusal("NOT_FOUND");
    const members = await tx.getRepository(OfficeMember).findBy({ officeId, leftAt: IsNull() });
    const facts = { leadBodyId: office.leadBodyId, memberBodyIds: members.map((member) => member.bodyId) };
    const why = whyNotRecordLeaving(facts, bodyId, await postsOf(tx, userId));
    if (why) throw new Refusal(why);
    // The database's clock: adoptions, which are compared with this moment, are written by it too.
    await tx.query(
      "UPDATE office_member SET left_at = now() WHERE office_id = $1 AND body_id = $2 AND left_at IS NULL",
      [officeId, bodyId],
    );
    await recordAudit(tx, { chain: officeId, userId, action: "office.LEAVE", subject: { body: bodyId } });
  });
}
