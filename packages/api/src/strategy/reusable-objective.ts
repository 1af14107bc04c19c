import { DirectionEnum, UnitEnum } from "@upiao/db";
import type { Direction, Unit } from "@upiao/domain";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { usualReusedIndicators } from "../limits.ts";

@ObjectType()
export class ReusableIndicator {
  @Field(() => String)
  readonly name!: string;

  @Field(() => UnitEnum)
  readonly unit!: Unit;

  @Field(() => DirectionEnum)
  readonly direction!: Direction;

  @Field(() => String, { nullable: true })
  readonly source!: string | null;
}

@ObjectType({
  description:
    "An objective to be written again in another plan: of a text that I may read, or of a published one. Values are left out: they are that body's.",
})
export class ReusableObjective {
  @Field(() => ID, {
    description: "Its id, to be noted in the new block as where that comes from (`origin`).",
  })
  readonly origin!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => [String], { description: "Codes of the Piano triennale that it names." })
  readonly items!: readonly string[];

  @Field(() => String, { description: "The body, or the associated office." })
  readonly ownerName!: string;

  @Field(() => Int)
  readonly firstYear!: number;

  @Field(() => Boolean, { description: "It stands in a published plan." })
  readonly isPublished!: boolean;

  @Field(() => [ReusableIndicator], {
    complexity: ({ childComplexity }) => 1 + usualReusedIndicators * childComplexity,
  })
  readonly indicators!: readonly ReusableIndicator[];
}
