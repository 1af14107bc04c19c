import { Field, ObjectType } from "type-graphql";

@ObjectType({
  description: "Which words a thread is on: the positions are Yjs relative positions in Base64.",
})
export class ThreadAnchor {
  @Field(() => String)
  readonly start!: string;

  @Field(() => String)
  readonly end!: string;

  @Field(() => String, { description: "The words as they were when it was raised." })
  readonly quote!: string;

  @Field(() => String)
  readonly before!: string;

  @Field(() => String)
  readonly after!: string;
}
