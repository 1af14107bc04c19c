import { callStates } from "@upiao/domain";
import { Field, Float, ObjectType, registerEnumType } from "type-graphql";
import { Check, Column, Entity, Index, ManyToOne, type Relation } from "typeorm";
import { Body } from "../body/body.entity.ts";
import { enumOf } from "../closed-list.ts";
import { euro, HubRecord } from "./hub-record.ts";

export const CallStateEnum = enumOf(callStates);
registerEnumType(CallStateEnum, { name: "CallState" });

/** A call for funding (avviso): of the catalogue, for everybody, or noted by who leads a hub, for its office. */
@ObjectType()
@Entity()
@Check("funding_call_days", "opens IS NULL OR deadline IS NULL OR deadline >= opens")
export class FundingCall extends HubRecord {
  /** Who noted it; null: it is the catalogue's. */
  @Column("uuid", { nullable: true })
  @Index()
  bodyId!: string | null;
  @ManyToOne(() => Body, { onDelete: "RESTRICT", nullable: true })
  body!: Relation<Body> | null;

  @Field(() => String, { description: "By which objectives name it." })
  @Column("text", { unique: true })
  code!: string;

  @Field(() => String)
  @Column("text")
  issuer!: string;

  @Field(() => String)
  @Column("text")
  title!: string;

  @Field(() => String, { nullable: true })
  @Column("text", { nullable: true })
  measure!: string | null;

  @Field(() => Float, { nullable: true, description: "Euro, of the whole call." })
  @Column("numeric", { precision: 14, scale: 2, nullable: true, transformer: euro })
  amount!: number | null;

  @Field(() => String, { nullable: true, description: "First day, ISO 8601." })
  @Column("date", { nullable: true })
  opens!: string | null;

  @Field(() => String, { nullable: true, description: "Last day, ISO 8601; null: none is known." })
  @Column("date", { nullable: true })
  @Index()
  deadline!: string | null;

  @Field(() => [String], { description: "Kinds of bodies that may apply, as the call names them." })
  @Column("text", { array: true, default: () => "'{}'" })
  recipients!: string[];

  @Field(() => [String], {
    description: "Codes of the Piano triennale that it serves, as who noted it says.",
  })
  @Column("text", { array: true, default: () => "'{}'" })
  items!: string[];

  @Field(() => String, { nullable: true })
  @Column("text", { nullable: true })
  requirements!: string | null;

  @Field(() => String, { nullable: true, description: "Address of its page." })
  @Column("text", { nullable: true })
  link!: string | null;

  @Field(() => String, { description: "Where these data come from." })
  @Column("text")
  source!: string;

  @Field(() => Boolean, { description: "False: to be verified, and not to be shown as a fact." })
  @Column("boolean", { default: false })
  verified!: boolean;
}
