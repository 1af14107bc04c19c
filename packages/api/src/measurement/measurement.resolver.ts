import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { usualRevisions } from "../limits.ts";
import { askedId } from "../requests/asked-id.ts";
import { CellInput, cellsOf } from "./cell-input.ts";
import { MeasurementGrid } from "./measurement-grid.ts";
import { MeasurementPast, readPast } from "./measurement-past.ts";
import { readGrid } from "./read-grid.ts";
import { SavedMeasurements } from "./saved-measurements.ts";
import { writeCells } from "./write-cells.ts";
import { yearOf } from "./year-of.ts";

@Resolver()
export class MeasurementResolver {
  @Query(() => MeasurementGrid, {
    description:
      "What a body measures in a year and what it has measured, as far as I may read it. NOT_FOUND for a body of which I may read nothing.",
  })
  measurementGrid(
    @Arg("bodyId", () => ID) bodyId: string,
    @Arg("year", () => Int) year: number,
    @Ctx() context: Context,
  ): Promise<MeasurementGrid> {
    return readGrid(context, askedId(bodyId), yearOf(year));
  }

  @Query(() => [MeasurementPast], {
    description: "What stood in a cell before what stands there now, the latest first.",
    complexity: ({ childComplexity }) => 1 + usualRevisions * childComplexity,
  })
  measurementHistory(@Arg("id", () => ID) id: string, @Ctx() context: Context): Promise<MeasurementPast[]> {
    return readPast(context, askedId(id));
  }

  @Mutation(() => SavedMeasurements, {
    description:
      "Writes all of these cells, or none. A value that somebody has changed since I saw it is not overwritten.",
  })
  saveMeasurements(
    @Arg("bodyId", () => ID) bodyId: string,
    @Arg("year", () => Int) year: number,
    @Arg("cells", () => [CellInput]) cells: CellInput[],
    @Ctx() context: Context,
  ): Promise<SavedMeasurements> {
    const { userId } = context.signedIn;
    const asked = {
      bodyId: askedId(bodyId),
      year: yearOf(year),
      userId,
      cells: cellsOf(cells),
      importId: null,
    };
    return context.change((tx) => writeCells(tx, asked));
  }
}
