import { Membership } from "@upiao/db";
import { Refusal, whyNotChangeRole } from "@upiao/domain";
import { recordAudit } from "../audit/record-audit.ts";
import type { Context } from "../context.ts";
import { lockBody } from "./lock-body.ts";
import { postsOf } from "./posts-of.ts";

/** Takes a role away; the database tells everybody whose rights rested on it. */
export async function removeRole(context: Context, membershipId: string): Promise<void> {
  const { userId: byUserId } = context.signedIn;
  await context.change(async (tx) => {
    const memberships = tx.getRepository(Membership);
    const found = await memberships.findOneBy({ id: membershipId });
    if (!found) throw new Refusal("NOT_FOUND");
    await lockBody(tx, found.bodyId);
    const { bodyId, role, userId } = found;
    const why = whyNotChangeRole({ bodyId, role, userId, byUserId }, await postsOf(tx, byUserId));
    if (why) throw new Refusal(why);
    await memberships.delete(membershipId);
    const subject = { person: userId, role };
    await recordAudit(tx, { chain: bodyId, userId: byUserId, action: "person.REMOVE_ROLE", subject });
  });
}
