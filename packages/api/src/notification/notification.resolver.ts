import { MailChoiceEnum, Notification, NotificationKindEnum } from "@upiao/db";
import { badInput, type MailChoice, type NotificationKind, notificationKinds } from "@upiao/domain";
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver, Root, Subscription } from "type-graphql";
import { In, IsNull } from "typeorm";
import type { Context } from "../context.ts";
import { largestPage, usualPage } from "../limits.ts";
import { follow } from "../live/follow.ts";
import { askedId } from "../requests/asked-id.ts";
import { countOf } from "../requests/input.ts";
import { countUnread, listNotifications } from "./list-notifications.ts";
import { chooseMail, MailPreference, readMailPreferences } from "./mail-choices.ts";
import { NotificationConnection, UnreadNotifications } from "./notification-connection.ts";

@Resolver()
export class NotificationResolver {
  @Query(() => NotificationConnection, {
    description: "What I am told, the latest first.",
    complexity: ({ args, childComplexity }) => 1 + args.first * childComplexity,
  })
  myNotifications(
    @Arg("first", () => Int, { nullable: true, defaultValue: usualPage }) first: number | null,
    @Arg("after", () => String, { nullable: true }) after: string | null | undefined,
    @Arg("unreadOnly", () => Boolean, { nullable: true, defaultValue: false }) unreadOnly: boolean | null,
    @Ctx() context: Context,
  ): Promise<NotificationConnection> {
    const count = countOf(first ?? usualPage, "first", largestPage);
    return listNotifications(context, unreadOnly ?? false, count, after ?? null);
  }

  @Query(() => UnreadNotifications, { description: "How much of it I have not read." })
  unreadNotifications(@Ctx() context: Context): Promise<UnreadNotifications> {
    return countUnread(context);
  }

  @Query(() => [MailPreference], {
    description: "How I have each kind mailed.",
    complexity: ({ childComplexity }) => 1 + notificationKinds.length * childComplexity,
  })
  myMailPreferences(@Ctx() context: Context): Promise<MailPreference[]> {
    return readMailPreferences(context);
  }

  @Mutation(() => UnreadNotifications, { description: "Those of these that are mine are read from now on." })
  async markRead(
    @Arg("ids", () => [ID]) ids: string[],
    @Ctx() context: Context,
  ): Promise<UnreadNotifications> {
    if (ids.length > largestPage) throw badInput("ids", "TOO_MANY", { most: largestPage });
    await markRead(context, ids.map(askedId));
    return countUnread(context);
  }

  @Mutation(() => UnreadNotifications, {
    description: "All of mine up to this moment are read: what has come since then stays unread.",
  })
  async markAllRead(
    @Arg("until", () => Date) until: Date,
    @Ctx() context: Context,
  ): Promise<UnreadNotifications> {
    const { parts, signedIn } = context;
    await parts.database.query(
      "UPDATE notification SET read_at = now() WHERE user_id = $1 AND read_at IS NULL AND at <= $2",
      [signedIn.userId, until],
    );
    return countUnread(context);
  }

  @Mutation(() => MailPreference, {
    description: "Has a kind mailed to me at once, once a day, or not at all.",
  })
  setNotificationChoice(
    @Arg("kind", () => NotificationKindEnum) kind: NotificationKind,
    @Arg("mail", () => MailChoiceEnum) mail: MailChoice,
    @Ctx() context: Context,
  ): Promise<MailPreference> {
    return chooseMail(context, kind, mail);
  }

  @Subscription(() => UnreadNotifications, {
    description: "How much I have not read: first as it stands, then whenever it changes or something comes.",
    subscribe: ({ context }) => followUnread(context),
  })
  notificationsChanged(@Root() unread: UnreadNotifications): UnreadNotifications {
    return unread;
  }
}

async function markRead({ parts, signedIn }: Context, ids: readonly string[]): Promise<void> {
  await parts.database
    .getRepository(Notification)
    .update({ id: In([...ids]), userId: signedIn.userId, readAt: IsNull() }, { readAt: new Date() });
}

function followUnread(context: Context): AsyncIterable<UnreadNotifications> {
  const { userId } = context.signedIn;
  let told = "";
  return follow(context, {
    sectionIds: [],
    alsoOn: (ring) =>
      context.parts.bus.subscribe("notification", ({ userIds }) => {
        if (userIds.includes(userId)) ring();
      }),
    look: async () => {
      const unread = await countUnread(context);
      const now = JSON.stringify(unread);
      if (now === told) return [];
      told = now;
      return [unread];
    },
  });
}
