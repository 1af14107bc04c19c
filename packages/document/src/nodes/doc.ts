import { Node } from "@tiptap/core";

/** A section's text. At least one block in the editor, so that the caret always has a place; the shared
 *  fragment itself may be empty, and there `+` is harmless since the root has no parent that would be
 *  deleted with its last child. */
export const Doc = Node.create({
  name: "doc",
  topNode: true,
  content: "(block | paragraph | table | objective)+",
});
