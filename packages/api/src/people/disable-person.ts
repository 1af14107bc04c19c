import { Refusal, whyNotDisable } from "@upiao/domain";
import { setDisabled } from "@upiao/identity";
import { recordAudit } from "../audit/record-audit.ts";
import type { Context } from "../context.ts";
import { lockBody } from "./lock-body.ts";
import { postsOf } from "./posts-of.ts";

export interface AskedDisabling {
  readonly bodyId: string;
  readonly userId: string;
  readonly disabled: boolean;
}

/** Shuts a person out and ends their sessions, or lets them in again. */
export async function disablePerson(context: Context, asked: AskedDisabling): Promise<void> {
  const { userId: byUserId } = context.signedIn;
  await context.change(async (tx) => {
    await lockBody(tx, asked.bodyId);
    const [theirPosts, posts] = [await postsOf(tx, asked.userId), await postsOf(tx, byUserId)];
    const why = whyNotDisable({ bodyId: asked.bodyId, userId: asked.userId, theirPosts, byUserId }, posts);
    if (why) throw new Refusal(why);
    await setDisabled(tx, asked.userId, asked.disabled);
    await recordAudit(tx, {
      chain: asked.bodyId,
      userId: byUserId,
      action: asked.disabled ? "person.DISABLE" : "person.ENABLE",
      subject: { person: asked.userId },
    });
  });
}
