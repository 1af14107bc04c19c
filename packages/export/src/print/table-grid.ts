import { isCellSpan } from "@upiao/document";
import type { Cell, Run, Table } from "./print-block.ts";

export interface LooseCell {
  readonly isHeader: boolean;
  readonly colspan: unknown;
  readonly rowspan: unknown;
  readonly runs: readonly Run[];
}

/** Cells as people and programs leave them, as a whole grid: spans end where the table or another cell does, and what is
 *  missing is empty. Office programs repair such a table each in its own way, or not at all. Null without a cell. */
export function tableOf(rows: readonly (readonly LooseCell[])[]): Table | null {
  const placed = placeCells(rows);
  const columns = Math.max(0, ...placed.map(({ taken }) => taken.length));
  if (columns === 0) return null;
  const filled = placed.map(({ cells, taken }, row) => {
    const missing = emptyPlaces(taken, columns);
    const isHeader = cells.length > 0 && cells.every((cell) => cell.isHeader);
    const all = [
      ...cells,
      ...missing.map((column) => ({ column, colspan: 1, rowspan: 1, runs: [], isHeader })),
    ];
    return { isHeader, row, cells: all.sort((one, other) => one.column - other.column) };
  });
  const shown = filled.map(({ isHeader, cells }) =>
    cells.map(
      ({ isHeader: own, ...cell }): Cell => ({ ...cell, scope: own ? (isHeader ? "column" : "row") : null }),
    ),
  );
  return { type: "table", caption: "", columns, headerRows: headerRowsOf(shown), rows: shown };
}

interface PlacedCell {
  readonly column: number;
  readonly colspan: number;
  rowspan: number;
  readonly isHeader: boolean;
  readonly runs: readonly Run[];
}

interface PlacedRow {
  readonly cells: PlacedCell[];
  /** Which of its places a cell covers. */
  readonly taken: boolean[];
}

function placeCells(rows: readonly (readonly LooseCell[])[]): PlacedRow[] {
  const placed: PlacedRow[] = rows.map(() => ({ cells: [], taken: [] }));
  rows.forEach((cells, row) => {
    const { taken, cells: own } = placed[row]!;
    let column = 0;
    for (const { isHeader, colspan, rowspan, runs } of cells) {
      while (taken[column]) column++;
      let width = 1;
      const widest = isCellSpan(colspan) ? colspan : 1;
      while (width < widest && !taken[column + width]) width++;
      const height = Math.min(isCellSpan(rowspan) ? rowspan : 1, rows.length - row);
      // Nothing of a lower row is placed yet, but for what hangs into it from above.
      const free = placed.slice(row, row + height).findIndex((below) => covers(below.taken, column, width));
      const rowsDown = free < 0 ? height : Math.max(1, free);
      for (const below of placed.slice(row, row + rowsDown))
        for (let at = column; at < column + width; at++) below.taken[at] = true;
      own.push({ column, colspan: width, rowspan: rowsDown, isHeader, runs });
      column += width;
    }
  });
  return placed;
}

function covers(taken: readonly boolean[], column: number, width: number): boolean {
  return taken.slice(column, column + width).some(Boolean);
}

function emptyPlaces(taken: readonly boolean[], columns: number): number[] {
  return Array.from({ length: columns }, (_, column) => column).filter((column) => !taken[column]);
}

/** Rows of headers at the top, as far as none of their cells reaches below them; never the whole table. */
function headerRowsOf(rows: readonly (readonly Cell[])[]): number {
  const first = rows.findIndex(
    (cells) => cells.length === 0 || cells.some(({ scope }) => scope !== "column"),
  );
  const most = first < 0 ? rows.length - 1 : first;
  for (let count = most; count > 0; count--) {
    const isWhole = rows
      .slice(0, count)
      .every((cells, row) => cells.every((cell) => row + cell.rowspan <= count));
    if (isWhole) return count;
  }
  return 0;
}
