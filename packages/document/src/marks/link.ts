import { Mark } from "@tiptap/core";
import { safeAddress } from "./safe-address.ts";

/** A link. Its address is asked for again when it is shown, since it may come from a program that has
 *  written into the shared document without our editor. */
export const Link = Mark.create({
  name: "link",
  inclusive: false,
  // What is kept of a link is its address: anything else would travel with each of its words.
  addAttributes() {
    return { href: { default: null, rendered: false, parseHTML: () => null } };
  },

  parseHTML() {
    return [
      {
        tag: "a[href]",
        getAttrs: (element) => {
          const href = safeAddress(element.getAttribute("href"));
          return href !== null && { href };
        },
      },
    ];
  },

  renderHTML({ mark }) {
    const href = safeAddress(mark.attrs.href);
    return href === null ? ["span", 0] : ["a", { href, target: "_blank", rel: "noopener noreferrer" }, 0];
  },
});
