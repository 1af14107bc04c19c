import { Field, ObjectType } from "type-graphql";
import {
  Column,
  CreateDateColumn,
  Entity,
  JoinColumn,
  OneToOne,
  PrimaryColumn,
  type Relation,
} from "typeorm";
import { User } from "../people/user.entity.ts";

/** The secret address at which a person's calendar is read by another program. Only the token's hash is kept. */
@ObjectType()
@Entity()
export class CalendarFeed {
  @PrimaryColumn("uuid")
  userId!: string;
  @OneToOne(() => User, { onDelete: "CASCADE" })
  @JoinColumn()
  user!: Relation<User>;

  /** SHA-256 of the token, 32 bytes. */
  @Column("bytea", { unique: true })
  tokenHash!: Buffer;

  @Field(() => Date)
  @CreateDateColumn({ type: "timestamptz" })
  readonly createdAt!: Date;
}
