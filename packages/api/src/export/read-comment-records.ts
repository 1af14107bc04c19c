import type { CommentThread } from "@upiao/db";
import type { CommentRecord } from "@upiao/export";
import type { Reader } from "../reader.ts";

/** What is discussed of the text of a section, as it is recorded; what is said of a proposal stays with it. */
export async function readCommentRecords(reader: Reader, sectionId: string): Promise<CommentRecord[]> {
  const threads = await reader.loaders.sectionThreads.load(sectionId);
  return Promise.all(
    threads.filter(({ proposalId }) => proposalId === null).map((thread) => recordOf(reader, thread)),
  );
}

async function recordOf({ loaders }: Reader, thread: CommentThread): Promise<CommentRecord> {
  const { kind, state, quote, resolvedById, resolvedAt } = thread;
  const comments = await loaders.threadComments.load(thread.id);
  const resolver = resolvedById === null ? null : await loaders.users.load(resolvedById);
  return {
    ...{ kind, state, quote, resolvedAt },
    resolvedBy: resolver?.name ?? null,
    comments: await Promise.all(
      comments.map(async ({ byUserId, bodyId, role, at, text, deletedAt }) => {
        const [user, body] = await Promise.all([loaders.users.load(byUserId), loaders.bodies.load(bodyId)]);
        const [by, bodyName] = [user?.name ?? "", body?.name ?? ""];
        return { by, bodyName, role, at, text, isDeleted: deletedAt !== null };
      }),
    ),
  };
}
