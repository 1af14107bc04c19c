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
export function blocksOfDifference(difference: Difference): PrintBlock[] {
  return nestItems(drafts(difference).flat());
}

/** The same without what has not changed, of which so many blocks stand around each change: in the place of the others is how many
 *  they are. */
export function changesOfDifference(difference: Difference, around: number): (PrintBlock[] | number)[] {
  const { parts } = difference;
  const all = drafts(difference);
  const shown: ((PrintBlock | FlatItem)[] | number)[] = [];
  for (const index of parts.keys()) {
    const near = parts.slice(Math.max(0, index - around), index + around + 1);
    const last = shown.at(-1);
    if (near.some(({ change }) => change !== "UNCHANGED")) {
      if (Array.isArray(last)) last.push(...all[index]!);
      else shown.push([...all[index]!]);
    } else if (typeof last === "number") shown[shown.length - 1] = last + 1;
    else shown.push(1);
  }
  return shown.map((one) => (typeof one === "number" ? one : nestItems(one)));
}

/** What stands for each part. */
function drafts({ parts }: Difference): (PrintBlock | FlatItem)[][] {
  const numbers = { before: new ListNumbers(), after: new ListNumbers() };
  return parts.map((part) => {
    if (part.type === "block") return [blockOfDifference(part, numbers)];
    if (part.change !== "INSERTED") numbers.before.end();
    if (part.change !== "REMOVED") numbers.after.end();
    return tableOfDifference(part);
  });
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
