import { Remark, User } from "@upiao/db";
import { Refusal, type RemarkDecision, type RemarkState, whyNotDecideRemark } from "@upiao/domain";
import type { EntityManager } from "typeorm";
import { recordAudit } from "../audit/record-audit.ts";
import type { Context } from "../context.ts";
import { postsOf } from "../people/posts-of.ts";

export interface Deciding {
  readonly id: string;
  readonly decision: RemarkDecision;
  /** As it stood before the eyes of who decides. */
  readonly seen: RemarkState;
  /** What becomes of the remark, beside who did it and when. */
  readonly change: Partial<Pick<Remark, "state" | "showsName" | "reason" | "answer">>;
}

/** Decides on a remark, for its body. Throws a `Refusal`. */
export function decideRemark(context: Context, { id, decision, seen, change }: Deciding): Promise<Remark> {
  const { userId } = context.signedIn;
  return context.change(async (tx) => {
    const remarks = tx.getRepository(Remark);
    const remark = await remarks.findOne({ where: { id }, lock: { mode: "pessimistic_write" } });
    // Asked also for the remark that nobody has: both ways to NOT_FOUND take the same statements.
    const posts = await postsOf(tx, userId);
    if (!remark) throw new Refusal("NOT_FOUND");
    const { bodyId, state, planId } = remark;
    const why = whyNotDecideRemark(
      decision,
      { bodyId, state, seen, isAnswered: remark.answer !== null },
      posts,
    );
    if (why === "REMARK_DECIDED") throw new Refusal(why, { name: await nameOfLast(tx, remark) });
    if (why) throw new Refusal(why);
    const at = new Date();
    const answered = change.answer == null ? {} : { answeredAt: at, answeredById: userId };
    const decided = decision === "ANSWER" ? {} : { decidedAt: at, decidedById: userId };
    await remarks.save(Object.assign(remark, change, decided, answered));
    await recordAudit(tx, {
      ...{ chain: bodyId, userId, action: `remark.${decision}` },
      subject: { remark: id, plan: planId },
    });
    return remark;
  });
}

async function nameOfLast(tx: EntityManager, { answeredById, decidedById }: Remark): Promise<string> {
  const id = answeredById ?? decidedById;
  const user = id === null ? null : await tx.getRepository(User).findOneBy({ id });
  return user?.name ?? "";
}
