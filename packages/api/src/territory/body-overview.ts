import { Body, DirectionEnum, Section, UnitEnum } from "@upiao/db";
import { type Direction, type ObjectiveState, objectiveStates, type Unit } from "@upiao/domain";
import { Field, Float, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { usualBodyObjectives, usualObjectiveIndicators } from "../limits.ts";
import { TerritoryRow } from "./territory-overview.ts";

const StandingEnum = Object.fromEntries(objectiveStates.map((state) => [state, state])) as {
  [Key in ObjectiveState]: Key;
};
registerEnumType(StandingEnum, { name: "Standing", description: "How an objective stands in a year." });

@ObjectType({ description: "An indicator in one year: what was expected and what was read." })
export class IndicatorYear {
  @Field(() => Int)
  readonly year!: number;

  @Field(() => Float, { nullable: true })
  readonly target!: number | null;

  @Field(() => Float, { nullable: true, description: "The last reading; null: none, or «n.d.»." })
  readonly value!: number | null;

  @Field(() => Boolean, { description: "There is a reading, if only «n.d.»." })
  readonly isRead!: boolean;
}

@ObjectType()
export class OverviewIndicator {
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

  @Field(() => Float, { nullable: true, description: "In the year asked for, 0 to 1." })
  readonly progress!: number | null;

  @Field(() => StandingEnum)
  readonly standing!: ObjectiveState;

  @Field(() => [IndicatorYear], { complexity: ({ childComplexity }) => 5 * childComplexity })
  readonly years!: readonly IndicatorYear[];
}

@ObjectType()
export class OverviewObjective {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => String, { nullable: true })
  readonly responsible!: string | null;

  @Field(() => String, { nullable: true, description: "Mission or programme of the DUP, as it was typed." })
  readonly dup!: string | null;

  @Field(() => String, { nullable: true, description: "Objective of the PEG, as it was typed." })
  readonly peg!: string | null;

  @Field(() => Section, { description: "In whose text it stands: the body's own, or a shared one." })
  readonly section!: Section;

  @Field(() => StandingEnum)
  readonly standing!: ObjectiveState;

  @Field(() => Boolean, {
    description: "All its indicators are for the lead body to measure: this one owes nothing of it.",
  })
  readonly isLeads!: boolean;

  @Field(() => [OverviewIndicator], {
    complexity: ({ childComplexity }) => 1 + usualObjectiveIndicators * childComplexity,
  })
  readonly indicators!: readonly OverviewIndicator[];
}

@ObjectType({ description: "How a body's plan goes in one year, as far as the viewer may read it." })
export class BodyOverview {
  @Field(() => Body)
  readonly body!: Body;

  @Field(() => Int)
  readonly year!: number;

  @Field(() => TerritoryRow)
  readonly row!: TerritoryRow;

  @Field(() => [OverviewObjective], {
    complexity: ({ childComplexity }) => 1 + usualBodyObjectives * childComplexity,
  })
  readonly objectives!: readonly OverviewObjective[];
}
