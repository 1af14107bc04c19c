import { Node } from "@tiptap/core";
import { attributesOfCopy, contentOfCopy, readCopiedObjective } from "../objective/copied-objective.ts";
import { objectiveFields } from "../objective/objective-fields.ts";
import type { HasAttributes } from "./has-attributes.ts";
import { attributesNamed } from "./plain-attributes.ts";

/** An objective of the plan: its title, and what measures it. Each field is an attribute of its own, so that two people who fill
 *  in two of them never meet. `*` and never `+`, nor a title that must be: what two deletions at once leave must fit. */
export const Objective = Node.create({
  name: "objective",
  content: "(objectiveTitle | indicator)*",
  defining: true,
  isolating: true,
  // Its fields are chosen, and not it.
  selectable: false,
  addAttributes: () => attributesNamed(["key", "origin", ...objectiveFields]),
  parseHTML() {
    const copyIn = (element: HasAttributes) =>
      readCopiedObjective(element.getAttribute("data-objective") ?? "");
    return [
      {
        tag: "table[data-objective]",
        // Before that of an ordinary table, as which other programs read it.
        priority: 60,
        getAttrs: (element) => {
          const copied = copyIn(element);
          return copied ? attributesOfCopy(copied) : false;
        },
        getContent: (element, schema) => contentOfCopy(copyIn(element as unknown as HasAttributes)!, schema),
      },
    ];
  },
  renderHTML: () => ["section", { class: "objective" }, 0],
});

export const ObjectiveTitle = Node.create({
  name: "objectiveTitle",
  content: "inline*",
  defining: true,
  isolating: true,
  selectable: false,
  renderHTML: () => ["p", { class: "objective__title" }, 0],
});
