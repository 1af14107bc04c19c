import {
  type Competence,
  competences,
  type Role,
  roles,
  type ThreadKind,
  type ThreadState,
  threadKinds,
  threadStates,
} from "@upiao/domain";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { Check, Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn, type Relation } from "typeorm";
import { Body } from "../body/body.entity.ts";
import { enumOf, oneOf } from "../closed-list.ts";
import { CompetenceEnum, RoleEnum } from "../people/membership.entity.ts";
import { User } from "../people/user.entity.ts";
import { Proposal } from "../proposal/proposal.entity.ts";
import { Section } from "../section/section.entity.ts";

export const ThreadKindEnum = enumOf(threadKinds);
registerEnumType(ThreadKindEnum, { name: "ThreadKind" });
export const ThreadStateEnum = enumOf(threadStates);
registerEnumType(ThreadStateEnum, { name: "ThreadState" });

/** Comments that answer each other: on words of a section, on a whole section, or on a proposal. They are records beside
 *  the text, so that who only reads it can comment. */
@ObjectType()
@Entity()
@Check("comment_thread_kind", oneOf("kind", threadKinds))
@Check("comment_thread_state", oneOf("state", threadStates))
@Check("comment_thread_role", oneOf("role", roles))
@Check("comment_thread_competence", `competence IS NULL OR ${oneOf("competence", competences)}`)
@Check("comment_thread_resolved", "(state = 'RESOLVED') = (resolved_at IS NOT NULL)")
@Check(
  "comment_thread_anchor",
  "num_nonnulls(anchor_start, anchor_end, quote, before, after) = ANY (ARRAY[0, 5])",
)
export class CommentThread {
  @Field(() => ID)
  @PrimaryGeneratedColumn("uuid")
  readonly id!: string;

  @Column("uuid")
  @Index()
  sectionId!: string;
  @ManyToOne(() => Section, { onDelete: "CASCADE" })
  section!: Relation<Section>;

  @Column("uuid", { nullable: true })
  @Index()
  proposalId!: string | null;
  @ManyToOne(() => Proposal, { onDelete: "CASCADE", nullable: true })
  proposal!: Relation<Proposal> | null;

  /** Yjs relative positions, encoded; null, with the quote, where the thread is on no words. */
  @Column("bytea", { nullable: true })
  anchorStart!: Buffer | null;

  @Column("bytea", { nullable: true })
  anchorEnd!: Buffer | null;

  @Field(() => String, { nullable: true, description: "The words that it was raised on." })
  @Column("text", { nullable: true })
  quote!: string | null;

  @Column("text", { nullable: true })
  before!: string | null;

  @Column("text", { nullable: true })
  after!: string | null;

  @Field(() => ThreadKindEnum)
  @Column("text")
  kind!: ThreadKind;

  @Field(() => ThreadStateEnum)
  @Column("text", { default: "OPEN" })
  state!: ThreadState;

  @Column("uuid")
  byUserId!: string;
  @ManyToOne(() => User, { onDelete: "RESTRICT" })
  byUser!: Relation<User>;

  /** For which of their posts they raised it. */
  @Column("uuid")
  @Index()
  bodyId!: string;
  @ManyToOne(() => Body, { onDelete: "RESTRICT" })
  body!: Relation<Body>;

  @Field(() => RoleEnum)
  @Column("text")
  role!: Role;

  @Field(() => CompetenceEnum, { nullable: true })
  @Column("text", { nullable: true })
  competence!: Competence | null;

  @Column("uuid", { nullable: true })
  resolvedById!: string | null;
  @ManyToOne(() => User, { onDelete: "RESTRICT", nullable: true })
  resolvedBy!: Relation<User> | null;

  @Field(() => Date, { nullable: true })
  @Column("timestamptz", { nullable: true })
  resolvedAt!: Date | null;

  @Field(() => Date)
  @Column("timestamptz", { default: () => "now()" })
  createdAt!: Date;
}
