import { type ApplicationState, applicationStates } from "@upiao/domain";
import { Field, Float, ObjectType, registerEnumType } from "type-graphql";
import { Check, Column, Entity, Index, ManyToOne, type Relation, Unique } from "typeorm";
import { Body } from "../body/body.entity.ts";
import { enumOf, oneOf } from "../closed-list.ts";
import { FundingCall } from "./funding-call.entity.ts";
import { euro, HubRecord } from "./hub-record.ts";

export const ApplicationStateEnum = enumOf(applicationStates);
registerEnumType(ApplicationStateEnum, { name: "ApplicationState" });

/** A body that applies to a call, and what came of it. */
@ObjectType()
@Entity()
@Unique(["callId", "bodyId"])
@Check("call_application_state", oneOf("state", applicationStates))
export class CallApplication extends HubRecord {
  @Column("uuid")
  callId!: string;
  @ManyToOne(() => FundingCall, { onDelete: "RESTRICT" })
  call!: Relation<FundingCall>;

  @Column("uuid")
  @Index()
  bodyId!: string;
  @ManyToOne(() => Body, { onDelete: "RESTRICT" })
  body!: Relation<Body>;

  @Field(() => ApplicationStateEnum)
  @Column("text")
  state!: ApplicationState;

  @Field(() => Float, { nullable: true, description: "Euro asked for, or granted." })
  @Column("numeric", { precision: 14, scale: 2, nullable: true, transformer: euro })
  amount!: number | null;

  @Field(() => String, { nullable: true, description: "Day of the application, ISO 8601." })
  @Column("date", { nullable: true })
  submittedOn!: string | null;

  @Field(() => String, { nullable: true, description: "Day on which its outcome was known, ISO 8601." })
  @Column("date", { nullable: true })
  decidedOn!: string | null;

  @Field(() => String, { nullable: true })
  @Column("text", { nullable: true })
  note!: string | null;
}
