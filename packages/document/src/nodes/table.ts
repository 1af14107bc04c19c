import { Table as StockTable } from "@tiptap/extension-table";
import { presenceAttributes, suggestionData } from "./suggestion-attributes.ts";

/** Rows are `*`, never `+`: two valid deletions at once may take all rows, and the binding would answer
 *  a broken rule by deleting the table with what others write in it. No column widths: they would be `style`
 *  attributes, which the Content-Security-Policy forbids. */
export const Table = StockTable.extend({
  content: "tableRow*",
  group: "",

  addNodeView: null,

  addAttributes: () => presenceAttributes,

  renderHTML: ({ node }) => [
    "div",
    { class: "section-table", ...suggestionData(node.attrs) },
    ["table", ["tbody", 0]],
  ],

  // The stock plugin repairs ragged tables on every screen at once, each adding its own cells: the editor
  // brings its own, which repairs only after its own person's changes.
  addProseMirrorPlugins: () => [],
});
