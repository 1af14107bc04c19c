import { Comment, CommentRevision, type CommentThread } from "@upiao/db";
import { commentPlaceOf, Refusal, type SectionFacts, whyNotChangeComment } from "@upiao/domain";
import type { EntityManager } from "typeorm";
import type { Context } from "../context.ts";
import { notify } from "../notification/notify.ts";
import { postsOf } from "../people/posts-of.ts";
import { checkMentions } from "./check-mentions.ts";
import type { Words } from "./comment-input.ts";
import { lockThread } from "./lock-thread.ts";
import { tellOfThread } from "./tell-of-thread.ts";

/** Changes a comment of one's own; what stood there is kept. Throws a `Refusal`. */
export function editComment(context: Context, commentId: string, words: Words): Promise<CommentThread> {
  return changeComment(context, commentId, async (tx, { comment, thread, facts }) => {
    if (comment.text === words.text) return;
    await checkMentions(tx, facts, words.mentions);
    await keepRevision(tx, comment);
    const { text, mentions } = words;
    await tx
      .getRepository(Comment)
      .update(comment.id, { text, mentions: [...mentions], editedAt: new Date() });
    const to = mentions.filter((userId) => !comment.mentions.includes(userId));
    const { sectionId, id: threadId } = thread;
    await notify(tx, { kind: "MENTION", to, sectionId, threadId, byUserId: comment.byUserId });
  });
}

/** Deletes a comment of one's own: that there was one stays to be seen, and what it said is kept. Throws a `Refusal`. */
export function deleteComment(context: Context, commentId: string): Promise<CommentThread> {
  return changeComment(context, commentId, async (tx, { comment }) => {
    await keepRevision(tx, comment);
    await tx.getRepository(Comment).update(comment.id, { text: "", mentions: [], deletedAt: new Date() });
  });
}

interface Subject {
  readonly comment: Comment;
  readonly thread: CommentThread;
  readonly facts: SectionFacts;
}

async function changeComment(
  context: Context,
  commentId: string,
  work: (tx: EntityManager, subject: Subject) => Promise<void>,
): Promise<CommentThread> {
  const { userId } = context.signedIn;
  const thread = await context.change(async (tx) => {
    const comments = tx.getRepository(Comment);
    const found = await comments.findOne({ where: { id: commentId }, select: { id: true, threadId: true } });
    const { thread, facts } = await lockThread(tx, found?.threadId ?? commentId);
    // Under the lock: somebody may have changed it since.
    const comment = await comments.findOneByOrFail({ id: commentId });
    const place = commentPlaceOf(facts, await postsOf(tx, userId));
    const known = { byUserId: comment.byUserId, isDeleted: comment.deletedAt !== null };
    const why = whyNotChangeComment(known, thread, place, userId);
    if (why) throw new Refusal(why);
    await work(tx, { comment, thread, facts });
    return thread;
  });
  tellOfThread(context, thread);
  return (await context.loaders.threads.load(thread.id))!;
}

async function keepRevision(tx: EntityManager, { id: commentId, text }: Comment): Promise<void> {
  await tx.getRepository(CommentRevision).insert({ commentId, at: new Date(), text });
}
