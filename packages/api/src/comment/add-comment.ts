import { Comment, CommentThread, Proposal } from "@upiao/db";
import type { Anchor } from "@upiao/document";
import {
  commentPlaceOf,
  type Post,
  postIn,
  postToRaise,
  Refusal,
  type ThreadKind,
  takersOf,
  whyNotRaise,
  whyNotReply,
} from "@upiao/domain";
import type { EntityManager } from "typeorm";
import type { Context } from "../context.ts";
import { notify } from "../notification/notify.ts";
import { peopleAt } from "../people/people-at.ts";
import { postsOf } from "../people/posts-of.ts";
import { lockSection } from "../section/lock-section.ts";
import { checkMentions } from "./check-mentions.ts";
import type { Words } from "./comment-input.ts";
import { lockThread } from "./lock-thread.ts";
import { recordFinding } from "./record-finding.ts";
import { tellOfThread } from "./tell-of-thread.ts";

export interface NewThread {
  readonly sectionId: string;
  readonly proposalId: string | null;
  readonly anchor: Anchor | null;
  readonly kind: ThreadKind;
  readonly words: Words;
}

/** Raises a thread with its first comment. Throws a `Refusal`. */
export async function addThread(context: Context, asked: NewThread): Promise<CommentThread> {
  const { userId } = context.signedIn;
  const { sectionId, proposalId, anchor, kind, words } = asked;
  const thread = await context.change(async (tx) => {
    const { section, facts } = await lockSection(tx, sectionId);
    const posts = await postsOf(tx, userId);
    const why = whyNotRaise(kind, commentPlaceOf(facts, posts), posts);
    if (why) throw new Refusal(why);
    if (proposalId && !(await tx.getRepository(Proposal).existsBy({ id: proposalId, sectionId }))) {
      throw new Refusal("NOT_FOUND");
    }
    await checkMentions(tx, facts, words.mentions);
    const post = postToRaise(kind, facts, posts)!;
    const thread = await tx.getRepository(CommentThread).save({
      sectionId,
      proposalId,
      kind,
      byUserId: userId,
      bodyId: post.bodyId,
      role: post.role,
      competence: post.competence ?? null,
      ...columnsOf(anchor),
    });
    await writeComment(tx, thread, userId, post, words);
    if (kind === "FINDING") {
      await recordFinding(tx, { section, facts, thread, userId, action: "finding.raise" });
      const to = await peopleAt(tx, takersOf("SUBMIT", facts));
      await notify(tx, {
        kind: "FINDING",
        to: without(to, words.mentions),
        sectionId,
        threadId: thread.id,
        byUserId: userId,
      });
    }
    return thread;
  });
  tellOfThread(context, thread);
  return (await context.loaders.threads.load(thread.id))!;
}

/** Answers in a thread; whoever has written in it is told. Throws a `Refusal`. */
export async function addReply(context: Context, threadId: string, words: Words): Promise<CommentThread> {
  const { userId } = context.signedIn;
  const thread = await context.change(async (tx) => {
    const { thread, facts } = await lockThread(tx, threadId);
    const posts = await postsOf(tx, userId);
    const why = whyNotReply(thread, commentPlaceOf(facts, posts));
    if (why) throw new Refusal(why);
    await checkMentions(tx, facts, words.mentions);
    const earlier = await tx
      .getRepository(Comment)
      .find({ where: { threadId }, select: { id: true, byUserId: true } });
    // An auditor who answers in their own finding does so as the auditor, whatever else they are.
    const post = thread.byUserId === userId ? postToRaise(thread.kind, facts, posts) : null;
    await writeComment(tx, thread, userId, post ?? postIn(facts, posts)!, words);
    await notify(tx, {
      kind: "REPLY",
      to: without(
        earlier.map(({ byUserId }) => byUserId),
        words.mentions,
      ),
      sectionId: thread.sectionId,
      threadId,
      byUserId: userId,
    });
    return thread;
  });
  tellOfThread(context, thread);
  return (await context.loaders.threads.load(threadId))!;
}

async function writeComment(
  tx: EntityManager,
  { id: threadId, sectionId }: Pick<CommentThread, "id" | "sectionId">,
  byUserId: string,
  { bodyId, role }: Post,
  { text, mentions }: Words,
): Promise<void> {
  await tx.getRepository(Comment).insert({ threadId, byUserId, bodyId, role, text, mentions: [...mentions] });
  await notify(tx, { kind: "MENTION", to: mentions, sectionId, threadId, byUserId });
}

function columnsOf(anchor: Anchor | null) {
  if (!anchor) return { anchorStart: null, anchorEnd: null, quote: null, before: null, after: null };
  const { start, end, quote, before, after } = anchor;
  return { anchorStart: Buffer.from(start), anchorEnd: Buffer.from(end), quote, before, after };
}

/** Whoever is named hears of it once. */
function without(to: readonly string[], mentions: readonly string[]): string[] {
  return to.filter((userId) => !mentions.includes(userId));
}
