import type { CommentThread } from "@upiao/db";
import { isAwaitingReply } from "@upiao/domain";
import { personOf } from "../coediting/person-of.ts";
import type { Context } from "../context.ts";
import type { Finding } from "./finding.ts";

/** The open findings on a section that the viewer may read, the oldest first. */
export async function findingsOn(context: Context, sectionId: string): Promise<Finding[]> {
  const threads = await context.loaders.sectionThreads.load(sectionId);
  const open = threads.filter(({ kind, state }) => kind === "FINDING" && state === "OPEN");
  return Promise.all(open.map((thread) => findingOf(context, thread)));
}

async function findingOf(context: Context, thread: CommentThread): Promise<Finding> {
  const { id, quote, competence, createdAt, byUserId: userId, bodyId, role } = thread;
  const [by, comments] = await Promise.all([
    personOf(context, { userId, bodyId, role }),
    context.loaders.threadComments.load(id),
  ]);
  const known = comments.map((one) => ({ ...one, isDeleted: one.deletedAt !== null }));
  return {
    ...{ id, quote, by, competence, createdAt },
    text: comments[0]?.text ?? "",
    lastAt: known.findLast(({ isDeleted }) => !isDeleted)?.at ?? createdAt,
    isReplyAwaited: isAwaitingReply(thread, known),
  };
}
