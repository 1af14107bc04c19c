import { Column, Entity, ManyToOne, PrimaryColumn, type Relation } from "typeorm";
import { Comment } from "./comment.entity.ts";

/** What stood in a comment before its author changed or deleted it. */
@Entity()
export class CommentRevision {
  @PrimaryColumn("uuid")
  commentId!: string;
  @ManyToOne(() => Comment, { onDelete: "CASCADE" })
  comment!: Relation<Comment>;

  /** When it was replaced. */
  @PrimaryColumn("timestamptz", { default: () => "now()" })
  at!: Date;

  @Column("text")
  text!: string;
}
