import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, Index, ManyToOne, PrimaryGeneratedColumn, type Relation } from "typeorm";
import { User } from "../people/user.entity.ts";
import { CommentThread } from "./comment-thread.entity.ts";

/** One remark of a thread, plain text. */
@ObjectType()
@Entity()
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
