import { Field, ObjectType } from "type-graphql";

@ObjectType({
  description: "What the law asks in a part of the plan. A claim that nobody has verified is marked so.",
})
export class Guidance {
  @Field(() => String)
  readonly number!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String)
  readonly law!: string;

  @Field(() => Boolean)
  readonly lawVerified!: boolean;

  @Field(() => String)
  readonly content!: string;

  @Field(() => Boolean)
  readonly contentVerified!: boolean;

  @Field(() => String, { description: "Who usually writes it." })
  readonly owner!: string;

  @Field(() => String, { nullable: true })
  readonly note!: string | null;
}
