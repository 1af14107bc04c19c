import type { CellFault } from "@upiao/domain";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { enumOfCellFaults } from "./cell-fault.enum.ts";
import { MeasuredValue } from "./measurement-grid.ts";

@ObjectType({ description: "What is wrong with a cell." })
export class FaultyCell {
  @Field(() => ID)
  readonly indicatorId!: string;

  @Field(() => Int)
  readonly round!: number;

  @Field(() => Int, { nullable: true, description: "Of the spreadsheet, when it came in one." })
  readonly row!: number | null;

  @Field(() => enumOfCellFaults)
  readonly fault!: CellFault;

  @Field(() => MeasuredValue, {
    nullable: true,
    description: "Of CHANGED: what stands there now, and who wrote it.",
  })
  readonly current!: MeasuredValue | null;
}

@ObjectType({ description: "All cells were saved, or none: then the faults say why." })
export class SavedMeasurements {
  @Field(() => Int, { description: "Values written; what stood there already is not written again." })
  readonly saved!: number;

  @Field(() => [FaultyCell])
  readonly faults!: readonly FaultyCell[];
}
