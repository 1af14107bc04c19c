import { Comment, CommentThread } from "@upiao/db";
import { isAwaitingReply } from "@upiao/domain";
import { Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root } from "type-graphql";
import { Person } from "../coediting/person.ts";
import { personOf } from "../coediting/person-of.ts";
import type { Context } from "../context.ts";
import { usualComments, usualMentions } from "../limits.ts";
import { ThreadAnchor } from "./thread-anchor.ts";

@ObjectType({ description: "Somebody by name." })
export class PersonName {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;
}

/** Whoever holds a thread may read its section: every way to one asks the rules first. */
@Resolver(() => CommentThread)
export class ThreadFieldsResolver {
  @FieldResolver(() => ThreadAnchor, { nullable: true, description: "Null: it is on the whole section." })
  anchor(@Root() { anchorStart, anchorEnd, quote, before, after }: CommentThread): ThreadAnchor | null {
    if (!anchorStart || !anchorEnd || quote === null || before === null || after === null) return null;
    const [start, end] = [anchorStart.toString("base64"), anchorEnd.toString("base64")];
    return { start, end, quote, before, after };
  }

  @FieldResolver(() => Person, { description: "Who raised it, and for which of their posts." })
  by(@Root() { byUserId: userId, bodyId, role }: CommentThread, @Ctx() context: Context): Promise<Person> {
    return personOf(context, { userId, bodyId, role });
  }

  @FieldResolver(() => ID)
  bodyId(@Root() { bodyId }: CommentThread): string {
    return bodyId;
  }

  @FieldResolver(() => PersonName, { nullable: true, description: "Who resolved it." })
  async resolvedBy(
    @Root() { resolvedById }: CommentThread,
    @Ctx() { loaders }: Context,
  ): Promise<PersonName | null> {
    return resolvedById === null ? null : loaders.users.load(resolvedById);
  }

  @FieldResolver(() => Boolean, {
    description: "A question or a finding in which they who raised it wrote last.",
  })
  async awaitingReply(@Root() thread: CommentThread, @Ctx() { loaders }: Context): Promise<boolean> {
    const comments = await loaders.threadComments.load(thread.id);
    const known = comments.map(({ role, bodyId, deletedAt }) => ({
      role,
      bodyId,
      isDeleted: deletedAt !== null,
    }));
    return isAwaitingReply(thread, known);
  }

  @FieldResolver(() => [Comment], {
    description: "The first one first.",
    complexity: ({ childComplexity }) => 1 + usualComments * childComplexity,
  })
  comments(@Root() { id }: CommentThread, @Ctx() { loaders }: Context): Promise<Comment[]> {
    return loaders.threadComments.load(id);
  }
}

@Resolver(() => Comment)
export class CommentFieldsResolver {
  @FieldResolver(() => Person)
  by(@Root() { byUserId: userId, bodyId, role }: Comment, @Ctx() context: Context): Promise<Person> {
    return personOf(context, { userId, bodyId, role });
  }

  @FieldResolver(() => [PersonName], {
    complexity: ({ childComplexity }) => 1 + usualMentions * childComplexity,
  })
  async mentions(@Root() { mentions }: Comment, @Ctx() { loaders }: Context): Promise<PersonName[]> {
    const users = await Promise.all(mentions.map((id) => loaders.users.load(id)));
    return users.flatMap((user) => (user ? [{ id: user.id, name: user.name }] : []));
  }
}
