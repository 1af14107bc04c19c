import { Node } from "@tiptap/core";
import { indicatorFields } from "../objective/objective-fields.ts";
import { attributesNamed } from "./plain-attributes.ts";

/** What measures an objective: its name is its text, all else attributes. */
export const Indicator = Node.create({
  name: "indicator",
  content: "inline*",
  defining: true,
  isolating: true,
  selectable: false,
  addAttributes: () => attributesNamed(["key", ...indicatorFields]),
  renderHTML: () => ["p", { class: "indicator" }, 0],
});
