import type * as Y from "yjs";
import { targetFields } from "../objective/objective-fields.ts";
import { buildElement } from "../version/build-element.ts";
import { type Attributes, type ContentNode, isNode, readContent } from "../version/content.ts";

export interface Beginning {
  /** By how many years the new triennium begins later. */
  readonly yearsLater: number;
  /** A key that no record has. */
  readonly newKey: () => string;
}

/** Writes the text of an earlier plan at the end of a shared text. Its objectives and indicators are others, measured for
 *  themselves; the value expected of a year stays that year's, and what was expected of years that are over is left out. To be
 *  called in one transaction, with a text in which nothing is proposed. */
export function beginText(fragment: Y.XmlFragment, earlier: Y.XmlFragment, beginning: Beginning): void {
  const nodes = readContent(earlier).map((node) => begun(node, beginning));
  fragment.insert(fragment.length, nodes.map(buildElement));
}

function begun(node: ContentNode, beginning: Beginning): ContentNode {
  return {
    ...node,
    attributes: attributesOf(node, beginning),
    content: node.content.map((item) => (isNode(item) ? begun(item, beginning) : item)),
  };
}

function attributesOf({ type, attributes }: ContentNode, { yearsLater, newKey }: Beginning): Attributes {
  if (type !== "objective" && type !== "indicator") return attributes;
  const keyed = { ...attributes, key: newKey() };
  if (type === "objective") return keyed;
  const others = Object.entries(keyed).filter(([name]) => !targetFields.some((field) => field === name));
  const targets = targetFields.flatMap((field, place) => {
    const value = attributes[targetFields[place + yearsLater] ?? ""];
    return value === undefined || value === null ? [] : [[field, value] as const];
  });
  return Object.fromEntries([...others, ...targets]);
}
