import { TableCell as StockTableCell } from "@tiptap/extension-table";
import { cellSpanAttributes } from "./cell-span.ts";

/** A cell is itself the block of text: no paragraph inside that a deletion could take away. */
export const TableCell = StockTableCell.extend({
  content: "inline*",
  addAttributes: cellSpanAttributes,
  parseHTML: () => [{ tag: "td" }],
});
