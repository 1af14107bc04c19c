import { TableRow as StockTableRow } from "@tiptap/extension-table";

export const TableRow = StockTableRow.extend({
  content: "(tableCell | tableHeader)*",
});
