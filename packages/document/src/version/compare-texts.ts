import type * as Y from "yjs";
import { type BlockShape, plainShape, shapeOf } from "../nodes/block-shape.ts";
import { isCellSpan } from "../nodes/cell-span.ts";
import { objectiveTables } from "../objective/objective-table.ts";
import type { Pair } from "./align.ts";
import { type ContentNode, readContent } from "./content.ts";
import { countWords, diffWords, wholePieces } from "./diff-words.ts";
import type {
  BlockDifference,
  CellDifference,
  Change,
  Difference,
  Piece,
  RowDifference,
  TableDifference,
} from "./difference.ts";
import { alignBlocks, alignRows, type Part, pairColumns, partsOf } from "./part.ts";

/** What has changed from one text to another: the blocks aligned first, then word by word within those that have
 *  changed, and tables cell by cell. An objective is compared as the table that it is read as. */
export function compareTexts(before: Y.XmlFragment, after: Y.XmlFragment): Difference {
  const [old, now] = [partsIn(before), partsIn(after)];
  const parts = alignBlocks(old, now).map((pair) => {
    const [one, other] = partsAt(pair, old, now);
    return (one ?? other)!.isTable ? compareTables(one, other) : compareBlocks(one, other);
  });
  let [added, removed] = [0, 0];
  for (const pieces of parts.flatMap(piecesOf)) {
    const counted = countWords(pieces);
    added += counted.added;
    removed += counted.removed;
  }
  return { parts, added, removed };
}

function partsIn(fragment: Y.XmlFragment): Part[] {
  return partsOf(objectiveTables(readContent(fragment)));
}

/** How many words were added and removed from one text to another. */
export function changedWords(before: Y.XmlFragment, after: Y.XmlFragment): number {
  const { added, removed } = compareTexts(before, after);
  return added + removed;
}

function compareBlocks(before: Part | null, after: Part | null): BlockDifference {
  return {
    type: "block",
    change: changeOf(before, after),
    before: before && shapeOfNode(before.node),
    after: after && shapeOfNode(after.node),
    pieces: comparePieces(before, after),
  };
}

function compareTables(before: Part | null, after: Part | null): TableDifference {
  const [old, now] = [before?.parts ?? [], after?.parts ?? []];
  const columns = before && after ? pairColumns(old, now) : null;
  const rows = alignRows(old, now).map((pair) => compareRows(...partsAt(pair, old, now), columns));
  return { type: "table", change: changeOf(before, after), rows };
}

function compareRows(
  before: Part | null,
  after: Part | null,
  columns: readonly Pair[] | null,
): RowDifference {
  const [old, now] = [before?.parts ?? [], after?.parts ?? []];
  const change = changeOf(before, after);
  const only = old.length > 0 ? old : now;
  if (!before || !after) {
    return { change, cells: only.map((cell) => compareCells(before && cell, after && cell)) };
  }
  const pairs = columns ?? only.map((_, index): Pair => [index, index]);
  const cells = pairs
    .map((pair) => partsAt(pair, old, now))
    .filter(([one, other]) => one || other)
    .map(([one, other]) => compareCells(one, other));
  return { change, cells };
}

function compareCells(before: Part | null, after: Part | null): CellDifference {
  const { type, attributes } = (after ?? before)!.node;
  return {
    change: changeOf(before, after),
    isHeader: type === "tableHeader",
    colspan: isCellSpan(attributes.colspan) ? attributes.colspan : 1,
    rowspan: isCellSpan(attributes.rowspan) ? attributes.rowspan : 1,
    pieces: comparePieces(before, after),
  };
}

function comparePieces(before: Part | null, after: Part | null): Piece[] {
  if (!before) return wholePieces(after!.words, "INSERTED");
  if (!after) return wholePieces(before.words, "REMOVED");
  return before.key === after.key ? wholePieces(after.words, "KEPT") : diffWords(before.words, after.words);
}

function changeOf(before: Part | null, after: Part | null): Change {
  if (!before) return "INSERTED";
  if (!after) return "REMOVED";
  return before.key === after.key ? "UNCHANGED" : "CHANGED";
}

function partsAt(
  [from, to]: Pair,
  before: readonly Part[],
  after: readonly Part[],
): [Part | null, Part | null] {
  return [from === null ? null : (before[from] ?? null), to === null ? null : (after[to] ?? null)];
}

function piecesOf(part: BlockDifference | TableDifference): (readonly Piece[])[] {
  return part.type === "block"
    ? [part.pieces]
    : part.rows.flatMap(({ cells }) => cells.map(({ pieces }) => pieces));
}

function shapeOfNode({ type, attributes }: ContentNode): BlockShape {
  return type === "block" ? shapeOf(attributes) : plainShape;
}
