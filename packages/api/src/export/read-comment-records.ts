import type { CommentThread } from "@upiao/db";
import { type RecordedThread, roleWords } from "@upiao/export";
import type { Reader } from "../reader.ts";

/** What is discussed of the text of a section, as it is recorded; what is said of a proposal stays with it. */
export async function readCommentRecords(reader: Reader, sectionId: string): Promise<RecordedThread[]> {
  const threads = await reader.loaders.sectionThreads.load(sectionId);
  return Promise.all(
    threads.filter(({ proposalId }) => proposalId === null).map((thread) => recordOf(reader, thread)),
  );
}

async function recordOf({ loaders }: Reader, thread: CommentThread): Promise<RecordedThread> {
  const { kind, state, quote, resolvedById, resolvedAt: at } = thread;
  const comments = await loaders.threadComments.load(thread.id);
  const resolver = resolvedById === null ? null : await loaders.users.load(resolvedById);
  return {
    ...{ kind, state, quote },
    resolved: resolver && at ? { by: resolver.name, at } : null,
    messages: await Promise.all(
      comments.map(async ({ byUserId, bodyId, role, at, text, deletedAt }) => {
        const [user, body] = await Promise.all([loaders.users.load(byUserId), loaders.bodies.load(bodyId)]);
        return {
          author: user?.name ?? "",
          role: `${roleWords[role]}, ${body?.name ?? ""}`,
          at,
          text: deletedAt === null ? text : null,
        };
      }),
    ),
  };
}
