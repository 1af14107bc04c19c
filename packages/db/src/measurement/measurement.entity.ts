import { Field, Float, ID, Int, ObjectType } from "type-graphql";
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
import { Indicator } from "../objective/indicator.entity.ts";
import { User } from "../people/user.entity.ts";

/** What a body read of an indicator in one round of a year. No value is a value: «n.d.». */
@ObjectType()
@Entity()
@Unique(["indicatorId", "bodyId", "year", "round"])
@Check("measurement_round", "round BETWEEN 1 AND 2")
@Check("measurement_year", "year BETWEEN 2000 AND 2100")
export class Measurement {
  @Field(() => ID)
  @PrimaryGeneratedColumn("uuid")
  readonly id!: string;

  @Column("uuid")
  indicatorId!: string;
  @ManyToOne(() => Indicator, { onDelete: "RESTRICT" })
  indicator!: Relation<Indicator>;

  @Column("uuid")
  @Index()
  bodyId!: string;
  @ManyToOne(() => Body, { onDelete: "RESTRICT" })
  body!: Relation<Body>;

  @Field(() => Int)
  @Column("integer")
  year!: number;

  @Field(() => Int, { description: "1 or 2." })
  @Column("integer")
  round!: number;

  @Field(() => Float, { nullable: true, description: "Null: not available («n.d.»)." })
  @Column("double precision", { nullable: true })
  value!: number | null;

  @Field(() => String, { nullable: true, description: "Why it deviates from what was expected." })
  @Column("text", { nullable: true })
  note!: string | null;

  @Field(() => String, { nullable: true, description: "Address of the evidence." })
  @Column("text", { nullable: true })
  evidence!: string | null;

  @Column("uuid")
  byUserId!: string;
  @ManyToOne(() => User, { onDelete: "RESTRICT" })
  byUser!: Relation<User>;

  /** To the millisecond: whoever corrects it says of when the value is that they saw, and JavaScript carries no more. */
  @Field(() => Date)
  @Column({ type: "timestamptz", precision: 3, default: () => "now()" })
  at!: Date;
}
