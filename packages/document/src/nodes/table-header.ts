import { TableHeader as StockTableHeader } from "@tiptap/extension-table";
import { cellSpanAttributes } from "./cell-span.ts";

export const TableHeader = StockTableHeader.extend({
  content: "inline*",
  addAttributes: cellSpanAttributes,
  parseHTML: () => [{ tag: "th" }],
});
