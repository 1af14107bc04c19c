import { Field, ID, ObjectType } from "type-graphql";
import { Check, Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from "typeorm";

/** A person who works on the platform. */
@ObjectType()
@Entity("user_account")
@Check("user_account_email", "email = lower(email) AND email LIKE '%_@_%'")
export class User {
  @Field(() => ID)
  @PrimaryGeneratedColumn("uuid")
  readonly id!: string;

  @Field(() => String)
  @Column("text")
  name!: string;

  @Field(() => String)
  @Column("text", { unique: true })
  email!: string;

  /** argon2id, in PHC string form. */
  @Column("text", { select: false })
  passwordHash!: string;

  @Column("timestamptz", { nullable: true })
  disabledAt!: Date | null;

  @CreateDateColumn({ type: "timestamptz" })
  readonly createdAt!: Date;
}
