import { Field, ID, ObjectType } from "type-graphql";
import {
  Column,
  CreateDateColumn,
  Entity,
  Index,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
} from "typeorm";
import { User } from "../people/user.entity.ts";

/** A mail that was written where no mail server is set. */
@ObjectType()
@Entity()
export class OutboxMail {
  @Field(() => ID)
  @PrimaryGeneratedColumn("uuid")
  readonly id!: string;

  @Column("uuid")
  @Index()
  userId!: string;
  @ManyToOne(() => User, { onDelete: "CASCADE" })
  user!: Relation<User>;

  @Field(() => String)
  @Column("text")
  subject!: string;

  @Field(() => String)
  @Column("text")
  text!: string;

  @Column("text")
  html!: string;

  @Field(() => Date)
  @CreateDateColumn({ type: "timestamptz" })
  @Index()
  readonly at!: Date;
}
