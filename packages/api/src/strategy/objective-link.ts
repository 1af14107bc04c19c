import { Field, ID, ObjectType } from "type-graphql";

@ObjectType({ description: "An objective of a plan, and which items of the Piano triennale it names." })
export class ObjectiveLink {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ID)
  readonly sectionId!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => [String])
  readonly items!: readonly string[];
}
