import { UnitEnum } from "@upiao/db";
import type { Unit } from "@upiao/domain";
import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { MeasuredValue } from "./measurement-grid.ts";
import { FaultyCell } from "./saved-measurements.ts";

@ObjectType({ description: "A value that an import will write." })
export class ImportChange {
  @Field(() => Int)
  readonly row!: number;

  @Field(() => Int)
  readonly round!: number;

  @Field(() => String)
  readonly objectiveTitle!: string;

  @Field(() => String)
  readonly indicatorName!: string;

  @Field(() => UnitEnum)
  readonly unit!: Unit;

  @Field(() => MeasuredValue, { nullable: true, description: "What stands there; null: it is the first." })
  readonly before!: MeasuredValue | null;

  @Field(() => Float, { nullable: true, description: "Null: not available («n.d.»)." })
  readonly after!: number | null;

  @Field(() => Boolean, { description: "Its note or its evidence changes." })
  readonly wordsChange!: boolean;

  @Field(() => Boolean, { description: "A percentage that the spreadsheet has perhaps kept as a fraction." })
  readonly isDoubtful!: boolean;
}

@ObjectType({
  description:
    "A spreadsheet on its way into the record: what it will change. The lists hold the first lines.",
})
export class ImportPreview {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int, { description: "Cells that have arrived." })
  readonly cells!: number;

  @Field(() => Int)
  readonly added!: number;

  @Field(() => Int)
  readonly corrected!: number;

  @Field(() => Int)
  readonly unchanged!: number;

  @Field(() => [ImportChange])
  readonly changes!: readonly ImportChange[];

  @Field(() => Int)
  readonly faultCount!: number;

  @Field(() => [FaultyCell], { description: "As long as there are any, nothing is written." })
  readonly faults!: readonly FaultyCell[];
}
