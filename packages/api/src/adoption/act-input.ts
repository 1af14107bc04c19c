import { ActKindEnum, type Body } from "@upiao/db";
import { type ActKind, actKindsOf, badInput } from "@upiao/domain";
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

/** A kind of act by which this kind of body adopts. */
export function actKindOf(kind: ActKind, { type }: Pick<Body, "type">): ActKind {
  if (!actKindsOf(type).includes(kind)) throw badInput("kind", "ACT_KIND");
  return kind;
}
