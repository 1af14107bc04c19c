import { CommentThread, Section, ThreadKindEnum, ThreadStateEnum } from "@upiao/db";
import type { ThreadKind, ThreadState } from "@upiao/domain";
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { Person } from "../coediting/person.ts";
import type { Context } from "../context.ts";
import { mostMentionable, usualThreads } from "../limits.ts";
import { askedId } from "../requests/asked-id.ts";
import { addReply, addThread } from "./add-comment.ts";
import { deleteComment, editComment } from "./change-comment.ts";
import { anchorOfInput, ThreadInput, wordsOf } from "./comment-input.ts";
import { findMentionable } from "./find-mentionable.ts";
import { settleThread } from "./settle-thread.ts";

@Resolver(() => Section)
export class CommentResolver {
  @FieldResolver(() => [CommentThread], {
    description:
      "What is discussed of it, the first raised first: of the text, or of the proposal that `proposalId` names. `personId`: only where that person has written.",
    complexity: ({ childComplexity }) => 1 + usualThreads * childComplexity,
  })
  async comments(
    @Root() section: Section,
    @Arg("state", () => ThreadStateEnum, { nullable: true }) state: ThreadState | null | undefined,
    @Arg("kind", () => ThreadKindEnum, { nullable: true }) kind: ThreadKind | null | undefined,
    @Arg("personId", () => ID, { nullable: true }) personId: string | null | undefined,
    @Arg("proposalId", () => ID, { nullable: true }) proposalId: string | null | undefined,
    @Ctx() { loaders }: Context,
  ): Promise<CommentThread[]> {
    const about = proposalId == null ? null : askedId(proposalId);
    const threads = (await loaders.sectionThreads.load(section.id)).filter(
      (thread) =>
        thread.proposalId === about && (!state || thread.state === state) && (!kind || thread.kind === kind),
    );
    if (personId == null) return threads;
    const written = await Promise.all(threads.map(({ id }) => loaders.threadComments.load(id)));
    return threads.filter((_, at) => written[at]!.some(({ byUserId }) => byUserId === askedId(personId)));
  }

  @Query(() => [Person], {
    description: "People who may read the section and whose name holds these letters.",
    complexity: ({ childComplexity }) => 1 + mostMentionable * childComplexity,
  })
  mentionable(
    @Arg("sectionId", () => ID) sectionId: string,
    @Arg("search", () => String) search: string,
    @Ctx() context: Context,
  ): Promise<Person[]> {
    return findMentionable(context, sectionId, search);
  }

  @Mutation(() => CommentThread, { description: "Raises a thread with its first comment." })
  addThread(
    @Arg("thread", () => ThreadInput) { sectionId, proposalId, anchor, kind, text, mentions }: ThreadInput,
    @Ctx() context: Context,
  ): Promise<CommentThread> {
    return addThread(context, {
      sectionId: askedId(sectionId),
      proposalId: proposalId == null ? null : askedId(proposalId),
      anchor: anchor ? anchorOfInput(anchor) : null,
      kind,
      words: wordsOf(text, mentions),
    });
  }

  @Mutation(() => CommentThread, { description: "Answers in an open thread." })
  reply(
    @Arg("threadId", () => ID) threadId: string,
    @Arg("text", () => String) text: string,
    @Arg("mentions", () => [ID], { defaultValue: [] }) mentions: string[],
    @Ctx() context: Context,
  ): Promise<CommentThread> {
    return addReply(context, askedId(threadId), wordsOf(text, mentions));
  }

  @Mutation(() => CommentThread, { description: "Changes a comment of mine; what stood there is kept." })
  editComment(
    @Arg("commentId", () => ID) commentId: string,
    @Arg("text", () => String) text: string,
    @Arg("mentions", () => [ID], { defaultValue: [] }) mentions: string[],
    @Ctx() context: Context,
  ): Promise<CommentThread> {
    return editComment(context, askedId(commentId), wordsOf(text, mentions));
  }

  @Mutation(() => CommentThread, {
    description: "Deletes a comment of mine: that there was one stays to be seen.",
  })
  deleteComment(
    @Arg("commentId", () => ID) commentId: string,
    @Ctx() context: Context,
  ): Promise<CommentThread> {
    return deleteComment(context, askedId(commentId));
  }

  @Mutation(() => CommentThread, {
    description:
      "Resolves a thread. One that somebody else has just resolved stays as it is, and says by whom. A finding: only its auditor.",
  })
  resolveThread(
    @Arg("threadId", () => ID) threadId: string,
    @Ctx() context: Context,
  ): Promise<CommentThread> {
    return settleThread(context, askedId(threadId), "RESOLVED");
  }

  @Mutation(() => CommentThread, {
    description: "Opens a resolved thread again. A finding: only its auditor.",
  })
  reopenThread(@Arg("threadId", () => ID) threadId: string, @Ctx() context: Context): Promise<CommentThread> {
    return settleThread(context, askedId(threadId), "OPEN");
  }
}
