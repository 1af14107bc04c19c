import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../context.ts";
import { mostPreviewed } from "../limits.ts";
import { askedId } from "../requests/asked-id.ts";
import { ImportCellInput, importCellsOf } from "./cell-input.ts";
import { beginImport, confirmImport, previewImport, takeCells } from "./import-cells.ts";
import { ImportPreview } from "./measurement-import.ts";
import { SavedMeasurements } from "./saved-measurements.ts";
import { yearOf } from "./year-of.ts";

/** A spreadsheet is read by the page, comes in parts, is looked at, and is written in one transaction. */
@Resolver()
export class MeasurementImportResolver {
  @Mutation(() => ID, {
    description: "Begins an import of values into a body's year, in place of one that I had begun there.",
  })
  beginImport(
    @Arg("bodyId", () => ID) bodyId: string,
    @Arg("year", () => Int) year: number,
    @Ctx() context: Context,
  ): Promise<string> {
    return beginImport(context, askedId(bodyId), yearOf(year));
  }

  @Mutation(() => Int, { description: "Takes a part of a spreadsheet; returns how many cells have arrived." })
  sendImportCells(
    @Arg("importId", () => ID) importId: string,
    @Arg("cells", () => [ImportCellInput]) cells: ImportCellInput[],
    @Ctx() context: Context,
  ): Promise<number> {
    return takeCells(context, askedId(importId), importCellsOf(cells));
  }

  @Query(() => ImportPreview, {
    description: "What my import would change if it were confirmed now.",
    complexity: ({ childComplexity }) => mostPreviewed + childComplexity,
  })
  importPreview(
    @Arg("importId", () => ID) importId: string,
    @Ctx() context: Context,
  ): Promise<ImportPreview> {
    return previewImport(context, askedId(importId));
  }

  @Mutation(() => SavedMeasurements, {
    description: "Writes all of my import, or nothing of it.",
  })
  confirmImport(
    @Arg("importId", () => ID) importId: string,
    @Ctx() context: Context,
  ): Promise<SavedMeasurements> {
    return confirmImport(context, askedId(importId));
  }
}
