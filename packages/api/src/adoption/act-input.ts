import { ActKindEnum } from "@upiao/db";
import type { ActKind } from "@upiao/domain";
import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "An act, with the file of it that was handed in before (`PUT /atti/<planId>`)." })
export class ActInput {
  @Field(() => ActKindEnum)
  readonly kind!: ActKind;

  @Field(() => String)
  readonly number!: string;

  @Field(() => String, { description: "ISO 8601; not one that is still to come." })
  readonly day!: string;

  @Field(() => ID)
  readonly fileId!: string;
}
