import { OutboxMail } from "@upiao/db";
import { Refusal } from "@upiao/domain";
import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { usualPage } from "../limits.ts";

/** Mail where no mail server is set: a help for who tries the platform out. */
@Resolver(() => OutboxMail)
export class OutboxResolver {
  @Query(() => Boolean, { description: "No mail server is set: mail is kept, for administrators to read." })
  mailIsKept(@Ctx() { parts, signedIn }: Context): boolean {
    return signedIn !== null && parts.keepsMail;
  }

  @Query(() => [OutboxMail], {
    description:
      "The last mails to people of the bodies that I administer. NOT_FOUND where mail is sent, and for everybody else.",
    complexity: ({ childComplexity }) => 1 + usualPage * childComplexity,
  })
  outbox(@Ctx() { parts, signedIn }: Context): Promise<OutboxMail[]> {
    const bodyIds = signedIn.posts.filter(({ role }) => role === "ADMIN").map(({ bodyId }) => bodyId);
    if (!parts.keepsMail || bodyIds.length === 0) throw new Refusal("NOT_FOUND");
    return parts.database
      .getRepository(OutboxMail)
      .createQueryBuilder("mail")
      .where("mail.userId IN (SELECT user_id FROM membership WHERE body_id = ANY (:bodyIds))", { bodyIds })
      .orderBy("mail.at", "DESC")
      .limit(usualPage)
      .getMany();
  }

  @FieldResolver(() => String, { description: "Name and address of who it is to." })
  async to(@Root() { userId }: OutboxMail, @Ctx() { loaders }: Context): Promise<string> {
    const user = await loaders.users.load(userId);
    return user ? `${user.name} <${user.email}>` : "";
  }
}
