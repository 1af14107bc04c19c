import { MailChoiceEnum, NotificationChoice, NotificationKindEnum } from "@upiao/db";
import { type MailChoice, type NotificationKind, notificationKinds, usualMail } from "@upiao/domain";
import { Field, ObjectType } from "type-graphql";
import type { Context } from "../context.ts";

/** How a person has one kind of notification mailed. */
@ObjectType()
export class MailPreference {
  @Field(() => NotificationKindEnum)
  readonly kind!: NotificationKind;

  @Field(() => MailChoiceEnum)
  readonly mail!: MailChoice;
}

/** One for every kind, in the order of the kinds. */
export async function readMailPreferences({ parts, signedIn }: Context): Promise<MailPreference[]> {
  const chosen = await parts.database.getRepository(NotificationChoice).findBy({ userId: signedIn.userId });
  const byKind = new Map(chosen.map(({ kind, mail }) => [kind, mail]));
  return notificationKinds.map((kind) => ({ kind, mail: byKind.get(kind) ?? usualMail[kind] }));
}

export async function chooseMail(
  { parts, signedIn }: Context,
  kind: NotificationKind,
  mail: MailChoice,
): Promise<MailPreference> {
  await parts.database
    .getRepository(NotificationChoice)
    .upsert({ userId: signedIn.userId, kind, mail }, ["userId", "kind"]);
  return { kind, mail };
}
