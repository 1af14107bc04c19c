import { badInput } from "@upiao/domain";
import { Field, GraphQLISODateTime, ID, InputType, Int } from "type-graphql";
import { longestEvidence, longestNote, longestValueText, mostCells, mostSheetRows } from "../limits.ts";
import { askedId } from "../requests/asked-id.ts";

@InputType({ description: "What a cell of the grid should hold. What is null stays as it is." })
export class CellInput {
  @Field(() => ID)
  readonly indicatorId!: string;

  @Field(() => Int, { description: "1 or 2." })
  readonly round!: number;

  @Field(() => String, {
    nullable: true,
    description: "The value as people write it: «1.234,5», «12,5 %», «sì», «n.d.».",
  })
  readonly text?: string | null;

  @Field(() => String, { nullable: true, description: "Why it deviates; empty: no note any more." })
  readonly note?: string | null;

  @Field(() => String, { nullable: true, description: "Address of the evidence; empty: none any more." })
  readonly evidence?: string | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: "`at` of the value that I saw there; null: there was none.",
  })
  readonly basedOn?: Date | null;
}

@InputType({ description: "A cell of a spreadsheet. What is null or empty stays as it is." })
export class ImportCellInput {
  @Field(() => Int, { description: "Of the spreadsheet, where people find it again." })
  readonly row!: number;

  @Field(() => ID)
  readonly indicatorId!: string;

  @Field(() => Int, { description: "1 or 2." })
  readonly round!: number;

  @Field(() => String, { nullable: true })
  readonly text?: string | null;

  @Field(() => String, { nullable: true })
  readonly note?: string | null;

  @Field(() => String, { nullable: true })
  readonly evidence?: string | null;
}

/** A cell as it is judged. */
export interface AskedCell {
  readonly indicatorId: string;
  readonly round: number;
  readonly row: number | null;
  readonly text: string | null;
  readonly note: string | null;
  readonly evidence: string | null;
  readonly basedOn: Date | null;
}

export function cellsOf(cells: readonly CellInput[]): AskedCell[] {
  checkCount(cells);
  return cells.map((cell) => ({ ...bounded(cell), row: null, basedOn: cell.basedOn ?? null }));
}

export function importCellsOf(cells: readonly ImportCellInput[]): Omit<AskedCell, "basedOn">[] {
  checkCount(cells);
  return cells.map((cell) => {
    if (cell.row < 1 || cell.row > mostSheetRows)
      throw badInput("row", "OUT_OF_RANGE", { least: 1, most: mostSheetRows });
    const { text, note, evidence, ...place } = bounded(cell);
    return { ...place, text: filled(text), note: filled(note), evidence: filled(evidence), row: cell.row };
  });
}

/** An empty cell of a spreadsheet says nothing: it is not somebody's wish to delete. */
function filled(words: string | null): string | null {
  return words === null || words.trim() === "" ? null : words;
}

function checkCount(cells: readonly unknown[]): void {
  if (cells.length > mostCells) throw badInput("cells", "TOO_MANY", { most: mostCells });
}

function bounded({
  indicatorId,
  round,
  text = null,
  note = null,
  evidence = null,
}: CellInput | ImportCellInput) {
  if (round !== 1 && round !== 2) throw badInput("round", "OUT_OF_RANGE", { least: 1, most: 2 });
  for (const [field, words, most] of [
    ["text", text, longestValueText],
    // That it is too long by less is a fault of the cell.
    ["note", note, 2 * longestNote],
    ["evidence", evidence, longestEvidence],
  ] as const)
    if (words !== null && words.length > most) throw badInput(field, "TOO_LONG", { most });
  return { indicatorId: askedId(indicatorId), round, text, note, evidence };
}
