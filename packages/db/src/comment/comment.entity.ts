import { type Role, roles } from "@upiao/domain";
import { Field, ID, ObjectType } from "type-graphql";
import { Check, Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn, type Relation } from "typeorm";
import { Body } from "../body/body.entity.ts";
import { oneOf } from "../closed-list.ts";
import { User } from "../people/user.entity.ts";
import { CommentThread } from "./comment-thread.entity.ts";

/** One remark of a thread, plain text. */
@ObjectType()
@Entity()
@Check("comment_role", oneOf("role", roles))
export class Comment {
  @Field(() => ID)
  @PrimaryGeneratedColumn("uuid")
  readonly id!: string;

  @Column("uuid")
  @Index()
  threadId!: string;
  @ManyToOne(() => CommentThread, { onDelete: "CASCADE" })
  thread!: Relation<CommentThread>;

  @Column("uuid")
  byUserId!: string;
  @ManyToOne(() => User, { onDelete: "RESTRICT" })
  byUser!: Relation<User>;

  /** For which of their posts they wrote it. */
  @Column("uuid")
  @Index()
  bodyId!: string;
  @ManyToOne(() => Body, { onDelete: "RESTRICT" })
  body!: Relation<Body>;

  @Column("text")
  role!: Role;

  @Field(() => String, { description: "Empty once it was deleted." })
  @Column("text")
  text!: string;

  @Column("uuid", { array: true, default: () => "'{}'" })
  mentions!: string[];

  @Field(() => Date)
  @Column("timestamptz", { default: () => "now()" })
  at!: Date;

  @Field(() => Date, { nullable: true })
  @Column("timestamptz", { nullable: true })
  editedAt!: Date | null;

  @Field(() => Date, { nullable: true })
  @Column("timestamptz", { nullable: true })
  deletedAt!: Date | null;
}
