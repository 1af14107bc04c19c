import { Body, Remark } from "@upiao/db";
import { Field, Int, ObjectType } from "type-graphql";
import { PageInfo } from "../section/section-connection.ts";

@ObjectType()
export class RemarkPage {
  @Field(() => [Remark])
  readonly rows!: readonly Remark[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;
}

@ObjectType({ description: "How many remarks a body of mine has had." })
export class RemarkDesk {
  @Field(() => Body)
  readonly body!: Body;

  @Field(() => Int, { description: "Nobody has decided on them yet." })
  readonly waiting!: number;

  @Field(() => Int)
  readonly published!: number;

  @Field(() => Int)
  readonly dismissed!: number;
}
