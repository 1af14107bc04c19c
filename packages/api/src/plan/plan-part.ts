import { Field, ObjectType } from "type-graphql";

@ObjectType({ description: "A section that a plan will have, or may be given." })
export class PlanPart {
  @Field(() => String)
  readonly code!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => Boolean, { description: "It begins with the text of the same part of the plan before." })
  readonly hasTextBefore!: boolean;
}
