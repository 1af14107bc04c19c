import { type ActKind, actKinds } from "@upiao/domain";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Check, Column, Entity, ManyToOne, PrimaryGeneratedColumn, type Relation, Unique } from "typeorm";
import { enumOf, oneOf } from "../closed-list.ts";
import { User } from "../people/user.entity.ts";
import { Plan } from "../plan/plan.entity.ts";
import { ActFile } from "./act-file.entity.ts";

export const ActKindEnum = enumOf(actKinds);
registerEnumType(ActKindEnum, { name: "ActKind" });

/** A plan as it was adopted by an act: whole, and for good. The database lets nobody change or remove one. */
@ObjectType()
@Entity()
@Unique(["planId", "amendment"])
@Check("adoption_act_kind", oneOf("act_kind", actKinds))
@Check("adoption_sha256", "length(sha256) = 32")
@Check("adoption_amendment", "(amendment > 0) = (reason IS NOT NULL)")
export class Adoption {
  @Field(() => ID)
  @PrimaryGeneratedColumn("uuid")
  readonly id!: string;

  @Column("uuid")
  planId!: string;
  @ManyToOne(() => Plan, { onDelete: "RESTRICT" })
  plan!: Relation<Plan>;

  @Field(() => Int, { description: "0: the plan; n: its aggiornamento n. n." })
  @Column("integer")
  amendment!: number;

  @Field(() => ActKindEnum)
  @Column("text")
  actKind!: ActKind;

  @Field(() => String)
  @Column("text")
  actNumber!: string;

  @Field(() => String, { description: "ISO 8601." })
  @Column("date")
  actDay!: string;

  @Column("uuid", { unique: true })
  actFileId!: string;
  @ManyToOne(() => ActFile, { onDelete: "RESTRICT" })
  actFile!: Relation<ActFile>;

  @Field(() => String, {
    nullable: true,
    description: "Why the plan was amended; null for its first adoption.",
  })
  @Column("text", { nullable: true })
  reason!: string | null;

  /** The canonical form of the plan in UTF-8 (`packages/document`). */
  @Column("bytea", { select: false })
  content!: Buffer;

  /** Of `content`. */
  @Column("bytea")
  sha256!: Buffer;

  @Column("uuid")
  byUserId!: string;
  @ManyToOne(() => User, { onDelete: "RESTRICT" })
  byUser!: Relation<User>;

  @Field(() => Date)
  @Column("timestamptz", { default: () => "now()" })
  at!: Date;
}
