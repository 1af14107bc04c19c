import { type NotificationKind, notificationKinds } from "@upiao/domain";
import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  Index,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from "typeorm";
import { oneOf } from "../closed-list.ts";
import { User } from "../people/user.entity.ts";

const known = oneOf("x", notificationKinds).replace("x = ANY (", "kinds <@ (");

/** The way out of some kinds of mail, which a mail brings with it. Only the token's hash is kept. */
@Entity()
@Check("unsubscribe_token_kinds", known)
export class UnsubscribeToken {
  /** SHA-256 of the token, 32 bytes. */
  @PrimaryColumn("bytea")
  tokenHash!: Buffer;

  @Column("uuid")
  @Index()
  userId!: string;
  @ManyToOne(() => User, { onDelete: "CASCADE" })
  user!: Relation<User>;

  @Column("text", { array: true })
  kinds!: NotificationKind[];

  @CreateDateColumn({ type: "timestamptz" })
  readonly createdAt!: Date;
}
