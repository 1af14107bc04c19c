import { Field, Float, GraphQLISODateTime, ID, ObjectType } from "type-graphql";

@ObjectType({ description: "Under which Yjs client id a person has written in a text, and when." })
export class TextWriter {
  @Field(() => Float)
  readonly clientId!: number;

  @Field(() => ID)
  readonly userId!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => GraphQLISODateTime)
  readonly firstAt!: Date;

  @Field(() => GraphQLISODateTime)
  readonly lastAt!: Date;
}

@ObjectType({ description: "A text for programs: to be compared, and to be asked who wrote what." })
export class SectionText {
  /** The same as bytes. */
  readonly update!: Uint8Array;
  readonly sectionId!: string;

  @Field(() => String, { description: "One Yjs update (V1) in base64; what was deleted is not in it." })
  get bytes(): string {
    return Buffer.from(this.update).toString("base64");
  }
}
