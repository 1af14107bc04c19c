import { columnWidths } from "../../print/column-widths.ts";
import { isRightToLeft } from "../../print/direction.ts";
import type { Print } from "../../print/lay-out.ts";
import { objectiveParts } from "../../print/objective-parts.ts";
import type { Cell, List, PrintBlock, Run, Table } from "../../print/print-block.ts";

/** What the template reads: the print, with what is easier told here than there. */
export function pdfInput(print: Print, printable: (text: string) => string): string {
  const texts = new Set(["text", "title", "subtitle", "label", "value", "number"]);
  return JSON.stringify(
    { ...print, contents: undefined, blocks: print.blocks.flatMap(inputOf) },
    (key, value) => (typeof value === "string" && texts.has(key) ? printable(value) : value),
  );
}

function inputOf(block: PrintBlock): unknown[] {
  switch (block.type) {
    case "heading":
      return [{ ...withDirection(block), beginsPage: block.level === 1 && block.anchor !== null }];
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
