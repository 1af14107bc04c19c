import { columnWidths } from "../../print/column-widths.ts";
import { isRightToLeft } from "../../print/direction.ts";
import type { Print } from "../../print/lay-out.ts";
import { objectiveParts } from "../../print/objective-parts.ts";
import type { Cell, List, PrintBlock, Run, Table } from "../../print/print-block.ts";

/** What the template reads: the print, with what is easier told here than there. */
export function pdfInput(print: Print, printable: (text: string) => string): string {
  const lines = new Set(["title", "subtitle", "label", "value", "number"]);
  const written = { ...print, contents: undefined, blocks: print.blocks.flatMap(inputOf) };
  return JSON.stringify(written, (key, value) => {
    if (typeof value !== "string") return value;
    if (key === "text") return piecesOf(printable(value));
    return lines.has(key) ? printable(value) : value;
  });
}

/** A word that is longer than a line would leave the page, or its cell: it may be broken anywhere. */
function piecesOf(text: string): string[] {
  return text
    .split(longWord)
    .flatMap((piece, index) =>
      index % 2 === 0 ? [piece] : Array.from(graphemes.segment(piece), ({ segment }) => segment),
    );
}

const longWord = /([^\s-]{19,})/u;
// A letter and what stands on it, or an emoji of several, is never cut.
const graphemes = new Intl.Segmenter("it", { granularity: "grapheme" });

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

function withDirection<Item extends { readonly runs: readonly Run[] }>(item: Item): Item {
  return { ...item, rightToLeft: isRightToLeft(item.runs) };
}

function listOf(list: List): unknown {
  return {
    ...list,
    items: list.items.map((item) => ({ ...withDirection(item), lists: item.lists.map(listOf) })),
  };
}

function tableOf(table: Table): unknown {
  const rows = table.rows.map((cells, row) => cells.map((cell) => ({ ...withDirection(cell), row })));
  return {
    ...table,
    widths: columnWidths(table),
    rows: rows.map((cells, row) =>
      row < table.headerRows ? cells : { cells, isHeader: isHeaderRow(table.rows[row]!, table) },
    ),
  };
}

/** A whole row of headers, into and out of which nothing reaches. */
function isHeaderRow(cells: readonly Cell[], { columns }: Table): boolean {
  const width = cells.reduce((sum, { colspan }) => sum + colspan, 0);
  return width === columns && cells.every(({ scope, rowspan }) => scope === "column" && rowspan === 1);
}
