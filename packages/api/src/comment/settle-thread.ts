import { CommentThread } from "@upiao/db";
import { commentPlaceOf, Refusal, whyNotSettle } from "@upiao/domain";
import type { Context } from "../context.ts";
import { postsOf } from "../people/posts-of.ts";
import { lockSection } from "../section/lock-section.ts";
import { lockThread } from "./lock-thread.ts";
import { recordFinding } from "./record-finding.ts";
import { tellOfThread } from "./tell-of-thread.ts";

/** Resolves a thread, or reopens it. Of two who do so at once the second finds it done: the answer says by whom, and
 *  nothing is noted twice. Throws a `Refusal`. */
export async function settleThread(
  context: Context,
  threadId: string,
  state: CommentThread["state"],
): Promise<CommentThread> {
  const { userId } = context.signedIn;
  const changed = await context.change(async (tx) => {
    const { thread, facts } = await lockThread(tx, threadId);
    const posts = await postsOf(tx, userId);
    const why = whyNotSettle(thread, commentPlaceOf(facts, posts), { userId, posts });
    if (why) throw new Refusal(why);
    if (thread.state === state) return null;
    const isResolved = state === "RESOLVED";
    await tx.getRepository(CommentThread).update(threadId, {
      state,
      resolvedAt: isResolved ? new Date() : null,
      resolvedById: isResolved ? userId : null,
    });
    if (thread.kind === "FINDING") {
      const { section } = await lockSection(tx, thread.sectionId);
      const action = isResolved ? "finding.resolve" : "finding.reopen";
      await recordFinding(tx, { section, facts, thread, userId, action });
    }
    return thread;
  });
  if (changed) tellOfThread(context, changed);
  return (await context.loaders.threads.load(threadId))!;
}
