import { Node } from "@tiptap/core";
import { presenceAttributes, suggestionData } from "./suggestion-attributes.ts";

/** What a stock Tiptap client calls a paragraph. Any y-websocket program may write into a section, and its
 *  words are shown and edited like all others; our own editor writes `block`. */
export const Paragraph = Node.create({
  name: "paragraph",
  content: "inline*",
  addAttributes: () => presenceAttributes,
  renderHTML: ({ node }) => ["p", suggestionData(node.attrs), 0],
});
