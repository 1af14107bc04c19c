import { TableRow as StockTableRow } from "@tiptap/extension-table";
import { presenceAttributes, suggestionData } from "./suggestion-attributes.ts";

export const TableRow = StockTableRow.extend({
  content: "(tableCell | tableHeader)*",
  addAttributes: () => presenceAttributes,
  renderHTML: ({ node }) => ["tr", suggestionData(node.attrs), 0],
});
