import type { Node } from "@tiptap/pm/model";
import * as Y from "yjs";
import { buildText, setAttribute } from "../version/build-element.ts";
import type { Run } from "../version/content.ts";

/** A node as the binding would write it, in one piece: within a document each of its parts would be woven in by itself, which for a
 *  table of 2,000 rows takes more than twice as long. `keyOf` gives an objective or an indicator its key. */
export function elementOf(node: Node, keyOf: (key: unknown) => string): Y.XmlElement {
  const element = new Y.XmlElement(node.type.name);
  const isKeyed = "key" in node.attrs;
  for (const [name, value] of Object.entries(node.attrs)) {
    if (value !== null && name !== "key") setAttribute(element, name, value);
  }
  if (isKeyed) element.setAttribute("key", keyOf(node.attrs.key));
  const children: (Y.XmlElement | Y.XmlText)[] = [];
  let runs: Run[] = [];
  const endText = () => {
    if (runs.length > 0) children.push(buildText(runs));
    runs = [];
  };
  node.forEach((child) => {
    if (child.isText) runs.push(runOf(child));
    else {
      endText();
      children.push(elementOf(child, keyOf));
    }
  });
  endText();
  element.insert(0, children);
  return element;
}

function runOf({ text = "", marks }: Node): Run {
  return { text, marks: Object.fromEntries(marks.map(({ type, attrs }) => [type.name, attrs])), client: 0 };
}
