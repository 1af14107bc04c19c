import { Mark } from "@tiptap/core";
import type { HasAttributes } from "../nodes/has-attributes.ts";

// Who proposes, when and why is written elsewhere: here stands an id, which is all that would have to be believed.
const hidden = { rendered: false, parseHTML: () => null };
const id = { default: null, ...hidden };

const common = { inclusive: false };

/** The editor reads its own elements again after the browser has changed them. What comes in by pasting is cleaned of them
 *  before: words become a suggestion only by being suggested. */
function parsed(tag: string, more: (element: HasAttributes) => object = () => ({})) {
  return () => [
    {
      tag: `${tag}[data-suggestion]`,
      getAttrs: (element: HasAttributes) => ({
        id: element.getAttribute("data-suggestion"),
        ...more(element),
      }),
    },
  ];
}

/** Words that are proposed and stand beside the adopted ones. A letter is proposed once, by who wrote it. */
export const Insertion = Mark.create({
  name: "insertion",
  ...common,
  parseHTML: parsed("ins"),
  addAttributes: () => ({ id }),
  renderHTML: ({ mark }) => ["ins", { "data-suggestion": String(mark.attrs.id) }, 0],
});

/** Adopted words that somebody proposes to take away. Several may. */
export const Deletion = Mark.create({
  name: "deletion",
  ...common,
  excludes: "",
  parseHTML: parsed("del"),
  addAttributes: () => ({ id }),
  renderHTML: ({ mark }) => ["del", { "data-suggestion": String(mark.attrs.id) }, 0],
});

/** A look that is proposed for adopted words: `mark` put on them (`to` is true, or a link's address) or taken off (false). */
export const Modification = Mark.create({
  name: "modification",
  ...common,
  excludes: "",
  parseHTML: parsed("span", (element) => ({
    mark: element.getAttribute("data-format"),
    to: JSON.parse(element.getAttribute("data-to") ?? "true"),
  })),
  addAttributes: () => ({ id, mark: { default: null, ...hidden }, to: { default: null, ...hidden } }),
  renderHTML: ({ mark: { attrs } }) => [
    "span",
    {
      "data-suggestion": String(attrs.id),
      "data-format": String(attrs.mark),
      "data-to": JSON.stringify(attrs.to),
    },
    0,
  ],
});
