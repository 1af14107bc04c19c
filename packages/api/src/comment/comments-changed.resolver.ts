import { CommentThread } from "@upiao/db";
import { Arg, Ctx, Field, ID, ObjectType, Resolver, Root, Subscription } from "type-graphql";
import type { Context } from "../context.ts";
import { follow } from "../live/follow.ts";
import { onReview } from "../live/on-review.ts";
import { askedId } from "../requests/asked-id.ts";
import { readFacts } from "../section/read-section.ts";

@ObjectType()
export class CommentsChange {
  @Field(() => CommentThread, {
    nullable: true,
    description: "The thread as it is now. Null: something may have been missed, so all are to be read anew.",
  })
  readonly thread!: CommentThread | null;
}

/** A thread that has changed, or null: which ones is not known. */
type Change = { readonly threadId: string | null };

@Resolver()
export class CommentsChangedResolver {
  @Subscription(() => CommentsChange, {
    description:
      "What is new in the discussion of a section that I may read: first that it is to be read, then each thread that changes. Ends with NOT_FOUND when I may read it no longer.",
    subscribe: ({ context, args }) => followComments(context, askedId(args.sectionId)),
  })
  async commentsChanged(
    @Arg("sectionId", () => ID) _sectionId: string,
    @Root() { threadId }: Change,
    @Ctx() { loaders }: Context,
  ): Promise<CommentsChange> {
    return { thread: threadId === null ? null : await loaders.threads.load(threadId) };
  }
}

function followComments(context: Context, sectionId: string): AsyncIterable<Change> {
  // Whoever has just come, or come back, does not know what was said meanwhile.
  const untold = new Set<string | null>([null]);
  return follow<Change>(context, {
    sectionIds: [sectionId],
    alsoOn: (ring) =>
      onReview(context.parts.bus, sectionId, (what, id) => {
        if (what !== "comment" && what !== null) return;
        untold.add(id);
        ring();
      }),
    look: async () => {
      await readFacts(context, sectionId);
      return takeFrom(untold);
    },
  });
}

function* takeFrom(untold: Set<string | null>): Iterable<Change> {
  for (const threadId of untold) {
    untold.delete(threadId);
    yield { threadId };
  }
}
