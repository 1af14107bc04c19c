import { AssociatedOffice, Body } from "@upiao/db";
import { dayInItaly, isInForce, Refusal, whyNotFoundOffice } from "@upiao/domain";
import { recordAudit } from "../audit/record-audit.ts";
import type { Context } from "../context.ts";
import { lockBody } from "../people/lock-body.ts";
import { postsOf } from "../people/posts-of.ts";
import { isInOffice } from "./is-in-office.ts";

export type OfficeToFound = Pick<
  AssociatedOffice,
  "leadBodyId" | "name" | "conventionAct" | "conventionDate"
>;

/** Founds the office that a body leads, with nobody in it yet. Throws a `Refusal`. */
export function foundOffice(context: Context, asked: OfficeToFound): Promise<AssociatedOffice> {
  const { userId } = context.signedIn;
  const { leadBodyId } = asked;
  return context.change(async (tx) => {
    const body = await tx.getRepository(Body).findOneBy({ id: leadBodyId });
    if (!body) throw new Refusal("NOT_FOUND");
    const why = whyNotFoundOffice(body, await postsOf(tx, userId));
    if (why) throw new Refusal(why);
    if (!isInForce(body, dayInItaly(new Date()))) throw new Refusal("BODY_ENDED", { day: body.endedOn! });
    // Of two who found it the second is told.
    await lockBody(tx, leadBodyId);
    if (await isInOffice(tx, leadBodyId)) throw new Refusal("ALREADY_EXISTS");
    const office = await tx.getRepository(AssociatedOffice).save({ ...asked });
    const subject = { body: leadBodyId };
    await recordAudit(tx, { chain: office.id, userId, action: "office.FOUND", subject });
    return office;
  });
}
