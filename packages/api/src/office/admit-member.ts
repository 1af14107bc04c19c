import { type AssociatedOffice, Body, OfficeMember } from "@upiao/db";
import { badInput, dayInItaly, isInForce, Refusal, whyNotRunOffice } from "@upiao/domain";
import { recordAudit } from "../audit/record-audit.ts";
import type { Context } from "../context.ts";
import { lockBody } from "../people/lock-body.ts";
import { postsOf } from "../people/posts-of.ts";
import { isInOffice } from "./is-in-office.ts";
import { lockOffice } from "./lock-office.ts";

/** Writes down that a body takes part in an office since a day. Its people read and write there from the commit on. Throws a
 *  `Refusal`. */
export function admitMember(
  context: Context,
  officeId: string,
  bodyId: string,
  joinedOn: string,
): Promise<AssociatedOffice> {
  const { userId } = context.signedIn;
  return context.change(async (tx) => {
    const posts = await postsOf(tx, userId);
    const office = await lockOffice(tx, officeId, (facts) => whyNotRunOffice(facts, posts));
    if (joinedOn < office.conventionDate) throw badInput("joinedOn", "BEFORE_START");
    // Two offices may want the same body at one moment.
    await lockBody(tx, bodyId);
    const { endedOn } = await tx.getRepository(Body).findOneByOrFail({ id: bodyId });
    if (!isInForce({ endedOn }, dayInItaly(new Date()))) throw new Refusal("BODY_ENDED", { day: endedOn! });
    if (await isInOffice(tx, bodyId)) throw new Refusal("ALREADY_EXISTS");
    await tx.getRepository(OfficeMember).insert({ officeId, bodyId, joinedOn });
    await recordAudit(tx, { chain: officeId, userId, action: "office.ADMIT", subject: { body: bodyId } });
    return office;
  });
}
