import { Mark } from "@tiptap/core";
import type { HasAttributes } from "../nodes/has-attributes.ts";
import { linkTarget, partReference, referenceTo } from "./part-reference.ts";

/** A link, out of the plan or to a part of it. Where it leads is asked for again when it is shown, since it may come from a program
 *  that has written into the shared document without our editor. */
export const Link = Mark.create({
  name: "link",
  inclusive: false,
  // What is kept of a link is its address: anything else would travel with each of its words.
  addAttributes() {
    return { href: { default: null, rendered: false, parseHTML: () => null } };
  },

  parseHTML() {
    const read = (href: unknown) => linkTarget(href) !== null && { href: linkTarget(href) };
    return [
      { tag: "a[href]", getAttrs: (element: HasAttributes) => read(element.getAttribute("href")) },
      {
        tag: "span[data-part]",
        getAttrs: (element: HasAttributes) => read(referenceTo(element.getAttribute("data-part") ?? "")),
      },
    ];
  },

  renderHTML({ mark }) {
    const href = linkTarget(mark.attrs.href);
    const code = partReference(href);
    // No address that a browser could follow: other programs take the words alone.
    if (code !== null) return ["span", { "data-part": code }, 0];
    return href === null ? ["span", 0] : ["a", { href, target: "_blank", rel: "noopener noreferrer" }, 0];
  },
});
