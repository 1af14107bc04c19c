import { type RemarkState, remarkStates } from "@upiao/domain";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import {
  Check,
  Column,
  Entity,
  Index,
  ManyToOne,
  PrimaryGeneratedColumn,
  type Relation,
  Unique,
} from "typeorm";
import { Body } from "../body/body.entity.ts";
import { enumOf, oneOf } from "../closed-list.ts";
import { User } from "../people/user.entity.ts";
import { Plan } from "../plan/plan.entity.ts";

export const RemarkStateEnum = enumOf(remarkStates);
registerEnumType(RemarkStateEnum, { name: "RemarkState" });

/** What somebody without an account has said of a published plan (osservazione). Nobody outside the body reads it until the body
 *  publishes it. */
@ObjectType()
@Entity()
@Unique(["form"])
@Check("remark_state", oneOf("state", remarkStates))
@Check("remark_decided", "(state = 'NEW') = (decided_at IS NULL)")
@Check("remark_dismissed", "(state = 'DISMISSED') = (reason IS NOT NULL)")
@Index(["bodyId", "state", "at"])
@Index(["planId", "at"])
export class Remark {
  @Field(() => ID)
  @PrimaryGeneratedColumn("uuid")
  readonly id!: string;

  @Column("uuid")
  bodyId!: string;
  @ManyToOne(() => Body, { onDelete: "RESTRICT" })
  body!: Relation<Body>;

  @Column("uuid")
  planId!: string;
  @ManyToOne(() => Plan, { onDelete: "RESTRICT" })
  plan!: Relation<Plan>;

  @Field(() => Int, {
    description: "Of the version that was in force: 0 the plan, n its aggiornamento n. n.",
  })
  @Column("integer")
  amendment!: number;

  @Field(() => String, { nullable: true, description: "Number of the part of the plan; null: the whole." })
  @Column("text", { nullable: true })
  part!: string | null;

  @Field(() => String)
  @Column("text")
  text!: string;

  @Field(() => String, { nullable: true })
  @Column("text", { nullable: true })
  authorName!: string | null;

  /** The form by which it came: sent twice, it is one remark. */
  @Column("uuid")
  form!: string;

  @Field(() => Date)
  @Column("timestamptz", { default: () => "now()" })
  at!: Date;

  @Field(() => RemarkStateEnum)
  @Column("text", { default: "NEW" })
  state!: RemarkState;

  @Field(() => Boolean, { description: "Published with the name of who wrote it." })
  @Column("boolean", { default: false })
  showsName!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "Why it was dismissed. Nobody outside the body reads it.",
  })
  @Column("text", { nullable: true })
  reason!: string | null;

  @Field(() => Date, { nullable: true })
  @Column("timestamptz", { nullable: true })
  decidedAt!: Date | null;

  @Column("uuid", { nullable: true })
  decidedById!: string | null;
  @ManyToOne(() => User, { onDelete: "RESTRICT", nullable: true })
  decidedBy!: Relation<User> | null;

  @Field(() => String, { nullable: true })
  @Column("text", { nullable: true })
  answer!: string | null;

  @Field(() => Date, { nullable: true })
  @Column("timestamptz", { nullable: true })
  answeredAt!: Date | null;

  @Column("uuid", { nullable: true })
  answeredById!: string | null;
  @ManyToOne(() => User, { onDelete: "RESTRICT", nullable: true })
  answeredBy!: Relation<User> | null;
}
