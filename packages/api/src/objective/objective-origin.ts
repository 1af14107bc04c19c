import { Field, ID, Int, ObjectType } from "type-graphql";

@ObjectType({ description: "The objective from which another was taken, as far as I may read it." })
export class ObjectiveOrigin {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { description: "The body whose plan it stands in, or the associated office." })
  readonly ownerName!: string;

  @Field(() => Int)
  readonly firstYear!: number;

  @Field(() => String, { nullable: true, description: "Null when it no longer stands in the text." })
  readonly title!: string | null;
}
