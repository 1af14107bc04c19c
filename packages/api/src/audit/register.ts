import { Section } from "@upiao/db";
import { Field, GraphQLISODateTime, Int, ObjectType } from "type-graphql";
import { PageInfo } from "../section/section-connection.ts";

@ObjectType({ description: "A line of the register of what was done." })
export class RegisterLine {
  @Field(() => Int, { description: "Its place in the chain: 1, 2, 3, …" })
  readonly place!: number;

  @Field(() => GraphQLISODateTime)
  readonly at!: Date;

  @Field(() => String)
  readonly byName!: string;

  @Field(() => String, { description: "As `section.SUBMIT`." })
  readonly action!: string;

  @Field(() => Section, {
    nullable: true,
    description: "The section that it was done with, if I may read it.",
  })
  readonly section!: Section | null;

  @Field(() => String, { description: "SHA-256 of the line, the hash of the one before it included." })
  readonly hash!: string;
}

@ObjectType({ description: "A page of a register, the newest line first." })
export class Register {
  @Field(() => [RegisterLine])
  readonly lines!: readonly RegisterLine[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;

  @Field(() => Int, {
    nullable: true,
    description:
      "Place of the first line of the whole register that is not as it was written; null: all are.",
  })
  readonly fault!: number | null;
}
