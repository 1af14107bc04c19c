import { StrategyItem } from "@upiao/db";
import { Field, Int, ObjectType } from "type-graphql";
import { PageInfo } from "../section/section-connection.ts";

@ObjectType()
export class StrategyItemEdge {
  @Field(() => String)
  readonly cursor!: string;

  @Field(() => StrategyItem)
  readonly node!: StrategyItem;
}

@ObjectType()
export class StrategyItemConnection {
  @Field(() => [StrategyItemEdge])
  readonly edges!: readonly StrategyItemEdge[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;
}

@ObjectType({ description: "What an expected result should have reached in a year." })
export class StrategyTarget {
  @Field(() => Int)
  readonly year!: number;

  @Field(() => String)
  readonly words!: string;
}
