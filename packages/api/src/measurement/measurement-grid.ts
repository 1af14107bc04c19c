import { Body, DirectionEnum, ObjectiveStateEnum, UnitEnum } from "@upiao/db";
import type { Direction, ObjectiveState, Unit } from "@upiao/domain";
import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType } from "type-graphql";
import { usualIndicators, usualObjectives, usualTargets } from "../limits.ts";

@ObjectType({ description: "What was read of an indicator in a round of a year." })
export class MeasuredValue {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int, { description: "1 or 2." })
  readonly round!: number;

  @Field(() => Float, { nullable: true, description: "Null: not available («n.d.»). Of YES_NO 1 or 0." })
  readonly value!: number | null;

  @Field(() => String, { nullable: true, description: "Why it deviates from what was expected." })
  readonly note!: string | null;

  @Field(() => String, { nullable: true, description: "Address of the evidence." })
  readonly evidence!: string | null;

  @Field(() => GraphQLISODateTime, { description: "Whoever corrects it says this as `basedOn`." })
  readonly at!: Date;

  @Field(() => String, { description: "Who wrote it, last." })
  readonly byName!: string;

  @Field(() => Boolean, { description: "It was corrected: `measurementHistory` has what stood there." })
  readonly corrected!: boolean;
}

@ObjectType({ description: "The value that an indicator should have in a year." })
export class MeasuredTarget {
  @Field(() => Int)
  readonly year!: number;

  @Field(() => Float)
  readonly value!: number;
}

@ObjectType({ description: "An indicator in a year, as one body measures it." })
export class MeasuredIndicator {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => UnitEnum)
  readonly unit!: Unit;

  @Field(() => DirectionEnum)
  readonly direction!: Direction;

  @Field(() => Float, { nullable: true })
  readonly baseline!: number | null;

  @Field(() => String, { nullable: true })
  readonly source!: string | null;

  @Field(() => [MeasuredTarget], { complexity: ({ childComplexity }) => 1 + usualTargets * childComplexity })
  readonly targets!: readonly MeasuredTarget[];

  @Field(() => ObjectiveStateEnum)
  readonly state!: ObjectiveState;

  @Field(() => [MeasuredValue], {
    description: "Of each round that was measured.",
    complexity: ({ childComplexity }) => 1 + 2 * childComplexity,
  })
  readonly values!: readonly MeasuredValue[];
}

@ObjectType({ description: "An objective in a year, as one body measures it." })
export class MeasuredObjective {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => ID)
  readonly sectionId!: string;

  @Field(() => String)
  readonly sectionTitle!: string;

  @Field(() => Boolean, { description: "Its section is shared: each body has values of its own." })
  readonly shared!: boolean;

  @Field(() => Boolean, {
    description: "Whether I may write its values; in a year that has not begun nobody may.",
  })
  readonly mayMeasure!: boolean;

  @Field(() => ObjectiveStateEnum, { description: "As its worst indicator stands." })
  readonly state!: ObjectiveState;

  @Field(() => [MeasuredIndicator], {
    complexity: ({ childComplexity }) => 1 + usualIndicators * childComplexity,
  })
  readonly indicators!: readonly MeasuredIndicator[];
}

@ObjectType({ description: "What a body measures in a year, and what it has measured." })
export class MeasurementGrid {
  @Field(() => Body)
  readonly body!: Body;

  @Field(() => Int)
  readonly year!: number;

  @Field(() => Boolean, {
    description: "Whether I may write any value in it; in a year that has not begun nobody may.",
  })
  readonly mayMeasure!: boolean;

  @Field(() => [MeasuredObjective], {
    complexity: ({ childComplexity }) => 1 + usualObjectives * childComplexity,
  })
  readonly objectives!: readonly MeasuredObjective[];
}
