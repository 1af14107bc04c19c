import {
  type BlockDifference,
  type BlockShape,
  type Difference,
  ListNumbers,
  type Piece,
  plainShape,
  type TableDifference,
} from "@upiao/document";
import { blockOf } from "./block-of.ts";
import { type FlatItem, nestItems } from "./nest-items.ts";
import type { PrintBlock, Run, RunChange } from "./print-block.ts";
import { joinRuns, runsOf } from "./runs.ts";
import { tableOf } from "./table-grid.ts";

/** Both texts in one, with what went before what came in its place. */
export function blocksOfDifference({ parts }: Difference): PrintBlock[] {
  const numbers = { before: new ListNumbers(), after: new ListNumbers() };
  return nestItems(
    parts.flatMap((part): (PrintBlock | FlatItem)[] => {
      if (part.type === "block") return [blockOfDifference(part, numbers)];
      if (part.change !== "INSERTED") numbers.before.end();
      if (part.change !== "REMOVED") numbers.after.end();
      return tableOfDifference(part);
    }),
  );
}

function blockOfDifference(
  { before, after, pieces }: BlockDifference,
  numbers: { readonly before: ListNumbers; readonly after: ListNumbers },
): PrintBlock | FlatItem {
  const old = before && numbers.before.next(before);
  const now = after && numbers.after.next(after);
  const runs = [...(before && after ? noteOf(before, after) : []), ...runsOfPieces(pieces)];
  return blockOf(after ?? before ?? plainShape, after ? now : old, runs);
}

function tableOfDifference({ rows }: TableDifference): PrintBlock[] {
  const table = tableOf(
    rows.map(({ cells }) => cells.map(({ pieces, ...cell }) => ({ ...cell, runs: runsOfPieces(pieces) }))),
  );
  return table ? [table] : [];
}

const changes: Record<Piece["change"], RunChange | null> = {
  KEPT: null,
  INSERTED: "inserted",
  REMOVED: "removed",
  FORMATTED: "formatted",
};

function runsOfPieces(pieces: readonly Piece[]): Run[] {
  return joinRuns(pieces.flatMap(({ text, marks, change }) => runsOf(text, marks, changes[change])));
}

const kinds: Record<BlockShape["kind"], string> = {
  paragraph: "paragrafo",
  heading: "titolo",
  bullet: "elenco puntato",
  ordered: "elenco numerato",
  quote: "citazione",
};

/** What a block was whose look has changed: no mark of its words could tell. */
function noteOf(before: BlockShape, after: BlockShape): Run[] {
  const isSame =
    before.kind === after.kind &&
    before.indent === after.indent &&
    (before.kind !== "heading" || before.level === after.level);
  if (isSame) return [];
  const level = before.kind === "heading" ? ` di livello ${before.level}` : "";
  return runsOf(`[prima: ${kinds[before.kind]}${level}] `, [], "formatted");
}
