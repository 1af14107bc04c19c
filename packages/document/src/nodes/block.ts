import { Node } from "@tiptap/core";
import type { DOMOutputSpec } from "@tiptap/pm/model";
import { type BlockShape, blockKinds, deepestHeading, plainShape, shapeOf } from "./block-shape.ts";
import type { HasAttributes } from "./has-attributes.ts";
import { shapeAttributes, suggestionData } from "./suggestion-attributes.ts";

/** The one node that holds text outside tables: paragraph, heading, list item or quote by its attributes. */
export const Block = Node.create({
  name: "block",
  content: "inline*",
  defining: true,

  addAttributes() {
    // The rules below read and write the element as a whole.
    const byRule = { rendered: false, parseHTML: () => null };
    return {
      kind: { default: plainShape.kind, ...byRule },
      level: { default: plainShape.level, ...byRule },
      indent: { default: plainShape.indent, ...byRule },
      ...shapeAttributes,
    };
  },

  parseHTML() {
    return [
      { tag: "blockquote", getAttrs: () => ({ ...plainShape, kind: "quote" }) },
      ...["h1", "h2", "h3", "h4", "h5", "h6"].map((tag, index) => ({
        tag,
        getAttrs: () => ({
          ...plainShape,
          kind: "heading",
          level: Math.min(Math.max(index, 1), deepestHeading),
        }),
      })),
      { tag: "p", getAttrs: (element) => shapeOf(readData(element)) },
    ];
  },

  renderHTML({ node }) {
    return renderBlock(shapeOf(node.attrs), suggestionData(node.attrs));
  },
});

/** A list item is a paragraph that shows its marker by CSS: items are siblings of all other blocks, and
 *  `listitem` roles without a list around them would mislead a screen reader more than they tell it. */
function renderBlock(
  { kind, level, indent }: BlockShape,
  suggested: Readonly<Record<string, string>>,
): DOMOutputSpec {
  switch (kind) {
    case "heading":
      return [`h${level + 1}`, suggested, 0];
    case "quote":
      return ["blockquote", suggested, 0];
    case "bullet":
    case "ordered":
      return ["p", { "data-kind": kind, "data-indent": String(indent), ...suggested }, 0];
    case "paragraph":
      return ["p", suggested, 0];
  }
}

function readData(element: HasAttributes): Record<string, unknown> {
  const kind = blockKinds.find((known) => known === element.getAttribute("data-kind"));
  return { kind, indent: Number(element.getAttribute("data-indent") ?? 0), level: 1 };
}
