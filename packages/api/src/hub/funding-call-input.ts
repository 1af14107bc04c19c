import { ApplicationStateEnum, BodyTypeEnum } from "@upiao/db";
import { type ApplicationState, type BodyType } from "@upiao/domain";
import { Field, ID, InputType } from "type-graphql";
import { HubRecordInput } from "./hub-service-input.ts";

@InputType()
export class FundingCallInput extends HubRecordInput {
  @Field(() => ID, { description: "The body that leads the hub for which it is noted." })
  readonly bodyId!: string;

  @Field(() => String)
  readonly code!: string;

  @Field(() => String)
  readonly issuer!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String, {
    nullable: true,
    description: "Euro, as people write it: «12.500,50» or «12500.50».",
  })
  readonly amount?: string | null;

  @Field(() => String, { nullable: true, description: "ISO 8601." })
  readonly opens?: string | null;

  @Field(() => String, { nullable: true, description: "ISO 8601." })
  readonly deadline?: string | null;

  @Field(() => [BodyTypeEnum], { description: "Kinds of bodies that may apply." })
  readonly recipients!: BodyType[];

  @Field(() => [String], {
    nullable: true,
    description: "Codes of the Piano triennale that it serves: objectives that name one are touched by it.",
  })
  readonly items?: string[] | null;

  @Field(() => String, { nullable: true })
  readonly requirements?: string | null;

  @Field(() => String, { nullable: true })
  readonly link?: string | null;

  @Field(() => String, { description: "Where these data come from." })
  readonly source!: string;
}

@InputType()
export class CallApplicationInput extends HubRecordInput {
  @Field(() => ID)
  readonly callId!: string;

  @Field(() => ID)
  readonly bodyId!: string;

  @Field(() => ApplicationStateEnum)
  readonly state!: ApplicationState;

  @Field(() => String, { nullable: true, description: "Euro, as people write it." })
  readonly amount?: string | null;

  @Field(() => String, { nullable: true, description: "ISO 8601." })
  readonly submittedOn?: string | null;

  @Field(() => String, { nullable: true, description: "ISO 8601." })
  readonly decidedOn?: string | null;

  @Field(() => String, { nullable: true })
  readonly note?: string | null;
}
