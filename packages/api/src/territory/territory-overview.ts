import { Body, DirectionEnum, StateEnum, UnitEnum } from "@upiao/db";
import { type Direction, type Heat, heats, type State, type SumWay, sumWays, type Unit } from "@upiao/domain";
import { Field, Float, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { usualServices, usualTerritory } from "../limits.ts";
import { TerritoryService } from "./territory-service.ts";

const HeatEnum = Object.fromEntries(heats.map((heat) => [heat, heat])) as { [Key in Heat]: Key };
registerEnumType(HeatEnum, { name: "Heat", description: "In which class a progress falls." });
const SumWayEnum = Object.fromEntries(sumWays.map((way) => [way, way])) as { [Key in SumWay]: Key };
registerEnumType(SumWayEnum, { name: "SumWay" });

@ObjectType({ description: "How many objectives stand how." })
export class ObjectiveCounts {
  @Field(() => Int)
  readonly onTrack!: number;

  @Field(() => Int)
  readonly late!: number;

  @Field(() => Int)
  readonly missed!: number;

  @Field(() => Int)
  readonly notMeasured!: number;
}

@ObjectType()
export class YearProgress {
  @Field(() => Int)
  readonly year!: number;

  @Field(() => Float, { nullable: true, description: "0 to 1; null: nothing was measured." })
  readonly progress!: number | null;

  @Field(() => Int, {
    description: "Of a body its measured indicators, of a territory its bodies that have any.",
  })
  readonly measured!: number;
}

@ObjectType({ description: "How the plan of one body goes, as far as the viewer may read it." })
export class TerritoryRow {
  @Field(() => Body)
  readonly body!: Body;

  @Field(() => ID, { nullable: true })
  readonly planId!: string | null;

  @Field(() => Int, { nullable: true })
  readonly planFirstYear!: number | null;

  @Field(() => StateEnum, {
    nullable: true,
    description: "Null: nothing was sent yet that the viewer may read, whether or not there is a draft.",
  })
  readonly planState!: State | null;

  @Field(() => ObjectiveCounts)
  readonly objectives!: ObjectiveCounts;

  @Field(() => Int)
  readonly indicators!: number;

  @Field(() => Int, { description: "Indicators with a value and a target to compare it with." })
  readonly measured!: number;

  @Field(() => Int, { description: "Indicators read as «n.d.»." })
  readonly notAvailable!: number;

  @Field(() => Float, { nullable: true })
  readonly progress!: number | null;

  @Field(() => HeatEnum)
  readonly heat!: Heat;

  @Field(() => [YearProgress], { complexity: ({ childComplexity }) => 3 * childComplexity })
  readonly trend!: readonly YearProgress[];
}

@ObjectType()
export class HeatCount {
  @Field(() => HeatEnum)
  readonly heat!: Heat;

  @Field(() => Int)
  readonly count!: number;
}

@ObjectType({
  description: "An expected result of the Piano triennale, and by how many bodies it is addressed.",
})
export class CoveredResult {
  @Field(() => String)
  readonly code!: string;

  @Field(() => String)
  readonly title!: string;

  @Field(() => Boolean, { description: "False: its source was not verified." })
  readonly verified!: boolean;

  @Field(() => Int)
  readonly bodies!: number;
}

@ObjectType({
  description: "What bodies measure of one item of the Piano triennale in one unit, as one figure.",
})
export class SummedItem {
  @Field(() => String)
  readonly code!: string;

  @Field(() => String, { nullable: true, description: "Null: the newest edition has no item of this code." })
  readonly title!: string | null;

  @Field(() => UnitEnum)
  readonly unit!: Unit;

  @Field(() => DirectionEnum)
  readonly direction!: Direction;

  @Field(() => SumWayEnum)
  readonly way!: SumWay;

  @Field(() => Float, { nullable: true })
  readonly value!: number | null;

  @Field(() => Int)
  readonly measured!: number;

  @Field(() => Int)
  readonly of!: number;

  @Field(() => Int, { description: "Bodies with a value." })
  readonly bodies!: number;
}

@ObjectType({
  description: "The plans of an associated office's bodies, or of a Province's Comuni, in one year.",
})
export class TerritoryOverview {
  @Field(() => String)
  readonly name!: string;

  @Field(() => Body)
  readonly leadBody!: Body;

  @Field(() => Int)
  readonly year!: number;

  @Field(() => Int, { description: "Its bodies." })
  readonly bodies!: number;

  @Field(() => Int, { description: "Those of which there is no plan that the viewer may read." })
  readonly notSent!: number;

  @Field(() => Int, { description: "Those that have measured something." })
  readonly measuredBodies!: number;

  @Field(() => Float, {
    nullable: true,
    description: "The public value: the mean progress of the bodies that have measured.",
  })
  readonly progress!: number | null;

  @Field(() => [YearProgress], { complexity: ({ childComplexity }) => 3 * childComplexity })
  readonly trend!: readonly YearProgress[];

  @Field(() => ObjectiveCounts)
  readonly objectives!: ObjectiveCounts;

  @Field(() => [HeatCount], { complexity: ({ childComplexity }) => heats.length * childComplexity })
  readonly distribution!: readonly HeatCount[];

  @Field(() => [TerritoryRow], {
    description: "Its bodies by name; what is beyond the first hundreds is in the figures all the same.",
    complexity: ({ childComplexity }) => 1 + usualTerritory * childComplexity,
  })
  readonly rows!: readonly TerritoryRow[];

  @Field(() => [CoveredResult], { complexity: ({ childComplexity }) => 1 + usualTerritory * childComplexity })
  readonly coverage!: readonly CoveredResult[];

  @Field(() => [SummedItem], { complexity: ({ childComplexity }) => 1 + usualTerritory * childComplexity })
  readonly sums!: readonly SummedItem[];

  @Field(() => String, {
    description: "The day on which adhesions are counted: the last of the year, or today. ISO 8601.",
  })
  readonly servicesOn!: string;

  @Field(() => [TerritoryService], {
    description: "The services of the lead body's hub.",
    complexity: ({ childComplexity }) => 1 + usualServices * childComplexity,
  })
  readonly services!: readonly TerritoryService[];
}
