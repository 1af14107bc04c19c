import { Mark } from "@tiptap/core";

// Who proposes, when and why is written elsewhere: here stands an id, which is all that would have to be believed.
const hidden = { rendered: false, parseHTML: () => null };
const id = { default: null, ...hidden };

// Not inclusive, and not read from what is pasted: words become a suggestion only by being suggested.
const common = { inclusive: false, parseHTML: () => [] };

/** Words that are proposed and stand beside the adopted ones. A letter is proposed once, by who wrote it. */
export const Insertion = Mark.create({
  name: "insertion",
  ...common,
  addAttributes: () => ({ id }),
  renderHTML: ({ mark }) => ["ins", { "data-suggestion": String(mark.attrs.id) }, 0],
});

/** Adopted words that somebody proposes to take away. Several may. */
export const Deletion = Mark.create({
  name: "deletion",
  ...common,
  excludes: "",
  addAttributes: () => ({ id }),
  renderHTML: ({ mark }) => ["del", { "data-suggestion": String(mark.attrs.id) }, 0],
});

/** A look that is proposed for adopted words: `mark` put on them (`to` is true, or a link's address) or taken off (false). */
export const Modification = Mark.create({
  name: "modification",
  ...common,
  excludes: "",
  addAttributes: () => ({ id, mark: { default: null, ...hidden }, to: { default: null, ...hidden } }),
  renderHTML: ({ mark: { attrs } }) => [
    "span",
    {
      "data-suggestion": String(attrs.id),
      "data-format": `${attrs.to === false ? "no-" : ""}${String(attrs.mark)}`,
    },
    0,
  ],
});
