import { type NotificationKind, notificationKinds } from "@upiao/domain";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Check, Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn, type Relation } from "typeorm";
import { enumOf, oneOf } from "../closed-list.ts";
import { CommentThread } from "../comment/comment-thread.entity.ts";
import { User } from "../people/user.entity.ts";
import { Plan } from "../plan/plan.entity.ts";
import { Proposal } from "../proposal/proposal.entity.ts";
import { Section } from "../section/section.entity.ts";

export const NotificationKindEnum = enumOf(notificationKinds);
registerEnumType(NotificationKindEnum, { name: "NotificationKind" });

/** What a person is told (avviso): that something happened, and where. What it says is read from there when it is shown,
 *  by the rights of then. */
@ObjectType()
@Entity()
@Check("notification_kind", oneOf("kind", notificationKinds))
@Index(["userId", "at"])
@Index("notification_unread", ["userId", "kind", "sectionId", "planId", "threadId", "proposalId"], {
  unique: true,
  where: "read_at IS NULL",
})
export class Notification {
  @Field(() => ID)
  @PrimaryGeneratedColumn("uuid")
  readonly id!: string;

  @Column("uuid")
  userId!: string;
  @ManyToOne(() => User, { onDelete: "CASCADE" })
  user!: Relation<User>;

  @Field(() => NotificationKindEnum)
  @Column("text")
  kind!: NotificationKind;

  @Column("uuid", { nullable: true })
  @Index()
  sectionId!: string | null;
  @ManyToOne(() => Section, { onDelete: "CASCADE", nullable: true })
  section!: Relation<Section> | null;

  @Column("uuid", { nullable: true })
  @Index()
  planId!: string | null;
  @ManyToOne(() => Plan, { onDelete: "CASCADE", nullable: true })
  plan!: Relation<Plan> | null;

  @Column("uuid", { nullable: true })
  @Index()
  threadId!: string | null;
  @ManyToOne(() => CommentThread, { onDelete: "CASCADE", nullable: true })
  thread!: Relation<CommentThread> | null;

  @Column("uuid", { nullable: true })
  @Index()
  proposalId!: string | null;
  @ManyToOne(() => Proposal, { onDelete: "CASCADE", nullable: true })
  proposal!: Relation<Proposal> | null;

  /** Whose act it tells of; null: of nobody's. */
  @Column("uuid", { nullable: true })
  byUserId!: string | null;
  @ManyToOne(() => User, { onDelete: "RESTRICT", nullable: true })
  byUser!: Relation<User> | null;

  /** When it happened, last: as long as it is unread, what happens there again makes it new. */
  @Field(() => Date)
  @Column({ type: "timestamptz", precision: 3, default: () => "now()" })
  at!: Date;

  @Field(() => Date, { nullable: true })
  @Column("timestamptz", { nullable: true })
  readAt!: Date | null;

  /** Before `at`: since then it has become new. */
  @Column("timestamptz", { nullable: true })
  mailedAt!: Date | null;
}
