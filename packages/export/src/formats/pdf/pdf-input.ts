import { columnWidths } from "../../print/column-widths.ts";
import { hasRightToLeft, isRightToLeft } from "../../print/direction.ts";
import type { Print } from "../../print/lay-out.ts";
import { objectiveParts } from "../../print/objective-parts.ts";
import type { Cell, List, PrintBlock, Run, Table } from "../../print/print-block.ts";

/** What the template reads: the print, with what is easier told here than there. */
export function pdfInput(print: Print, printable: (text: string) => string): string {
  const texts = new Set(["words", "title", "subtitle", "label", "value", "number"]);
  const written = { ...print, contents: undefined, blocks: print.blocks.flatMap(inputOf) };
  return JSON.stringify(written, (key, value) =>
    typeof value === "string" && texts.has(key) ? printable(value) : value,
  );
}

function inputOf(block: PrintBlock): unknown[] {
  switch (block.type) {
    case "heading":
    case "paragraph":
    case "quote":
      return [withDirection(block)];
    case "list":
      return [listOf(block)];
    case "table":
      return [tableOf(block)];
    case "objective":
      return objectiveParts(block).flatMap(inputOf);
  }
}

/** About so many letters stand in a line. */
const lettersAcross = 70;

function withDirection<Item extends { readonly runs: readonly Run[] }>(item: Item, across = lettersAcross) {
  const runs = item.runs.map((run) =>
    run.type === "text" ? { ...run, text: undefined, pieces: breakable(run.text, across) } : run,
  );
  return { ...item, runs, rightToLeft: isRightToLeft(item.runs) };
}

/** A word that is longer than its line would leave the page, or its cell: it may be broken between these pieces. A text without
 *  one is a single piece, and so are words of scripts whose letters join. */
function breakable(text: string, across: number): { readonly words: string }[] {
  if (text.length < across) return [{ words: text }];
  const pieces = text
    .split(new RegExp(`([^\\s-]{${across},})`, "u"))
    .flatMap((piece, index) => (index % 2 === 0 || hasRightToLeft(piece) ? [piece] : piecesOf(piece)));
  return pieces.filter((piece) => piece !== "").map((words) => ({ words }));
}

// A letter and what stands on it, or an emoji of several, is never cut.
const graphemes = new Intl.Segmenter("it", { granularity: "grapheme" });
const lettersOfPiece = 5;

function piecesOf(word: string): string[] {
  const letters = Array.from(graphemes.segment(word), ({ segment }) => segment);
  return Array.from({ length: Math.ceil(letters.length / lettersOfPiece) }, (_, index) =>
    letters.slice(index * lettersOfPiece, (index + 1) * lettersOfPiece).join(""),
  );
}

function listOf(list: List): unknown {
  return {
    ...list,
    items: list.items.map((item) => ({ ...withDirection(item), lists: item.lists.map(listOf) })),
  };
}

function tableOf(table: Table): unknown {
  const widths = columnWidths(table);
  const across = ({ column, colspan }: Cell) =>
    Math.max(2, Math.floor(sumOf(widths.slice(column, column + colspan)) * lettersAcross) - 1);
  const rows = table.rows.map((cells, row) =>
    cells.map((cell) => ({ ...withDirection(cell, across(cell)), row })),
  );
  return {
    ...table,
    widths,
    rows: rows.map((cells, row) =>
      row < table.headerRows ? cells : { cells, isHeader: isHeaderRow(table.rows[row]!, table) },
    ),
  };
}

/** A whole row of headers, into and out of which nothing reaches. */
function isHeaderRow(cells: readonly Cell[], { columns }: Table): boolean {
  const width = sumOf(cells.map(({ colspan }) => colspan));
  return width === columns && cells.every(({ scope, rowspan }) => scope === "column" && rowspan === 1);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
