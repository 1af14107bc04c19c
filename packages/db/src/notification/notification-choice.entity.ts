import { type MailChoice, mailChoices, type NotificationKind, notificationKinds } from "@upiao/domain";
import { registerEnumType } from "type-graphql";
import { Check, Column, Entity, ManyToOne, PrimaryColumn, type Relation } from "typeorm";
import { enumOf, oneOf } from "../closed-list.ts";
import { User } from "../people/user.entity.ts";

export const MailChoiceEnum = enumOf(mailChoices);
registerEnumType(MailChoiceEnum, { name: "MailChoice" });

/** How a person wants one kind of notification by mail, where they have said so. */
@Entity()
@Check("notification_choice_kind", oneOf("kind", notificationKinds))
@Check("notification_choice_mail", oneOf("mail", mailChoices))
export class NotificationChoice {
  @PrimaryColumn("uuid")
  userId!: string;
  @ManyToOne(() => User, { onDelete: "CASCADE" })
  user!: Relation<User>;

  @PrimaryColumn("text")
  kind!: NotificationKind;

  @Column("text")
  mail!: MailChoice;
}
