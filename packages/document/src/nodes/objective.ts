import { Node } from "@tiptap/core";
import { objectiveFields } from "../objective/objective-fields.ts";
import { attributesNamed } from "./plain-attributes.ts";

/** An objective of the plan: its title, and what measures it. Each field is an attribute of its own, so that two people who fill
 *  in two of them never meet. `*` and never `+`, nor a title that must be: what two deletions at once leave must fit. */
export const Objective = Node.create({
  name: "objective",
  content: "(objectiveTitle | indicator)*",
  defining: true,
  isolating: true,
  selectable: true,
  addAttributes: () => attributesNamed(["key", ...objectiveFields]),
  renderHTML: () => ["section", { class: "objective" }, 0],
});

export const ObjectiveTitle = Node.create({
  name: "objectiveTitle",
  content: "inline*",
  defining: true,
  isolating: true,
  renderHTML: () => ["p", { class: "objective__title" }, 0],
});
