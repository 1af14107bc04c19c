import { Node } from "@tiptap/core";

/** What a stock Tiptap client calls a paragraph. Any y-websocket program may write into a section, and its
 *  words are shown and edited like all others; our own editor writes `block`. */
export const Paragraph = Node.create({
  name: "paragraph",
  content: "inline*",
  renderHTML: () => ["p", 0],
});
