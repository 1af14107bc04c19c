import { Body } from "@upiao/db";
import { Field, GraphQLISODateTime, ObjectType } from "type-graphql";

@ObjectType({ description: "A body that has to sign off a shared section before it is validated." })
export class Signer {
  @Field(() => Body)
  readonly body!: Body;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      "When its RTD signed off the text as it stands now; null: not yet, or the text has changed since.",
  })
  readonly signedAt!: Date | null;

  @Field(() => String, { nullable: true })
  readonly signedBy!: string | null;
}
