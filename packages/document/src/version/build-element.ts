import * as Y from "yjs";
import { type ContentNode, isNode, type Run } from "./content.ts";

/** A new node of the shared text that reads like this one. */
export function buildElement({ type, attributes, content }: ContentNode): Y.XmlElement {
  const element = new Y.XmlElement(type);
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  const children: (Y.XmlElement | Y.XmlText)[] = [];
  let runs: Run[] = [];
  const endText = () => {
    if (runs.length > 0) children.push(buildText(runs));
    runs = [];
  };
  for (const item of content) {
    if (!isNode(item)) runs.push(item);
    else {
      endText();
      children.push(buildElement(item));
    }
  }
  endText();
  element.insert(0, children);
  return element;
}

export function buildText(runs: readonly Run[]): Y.XmlText {
  const text = new Y.XmlText();
  text.applyDelta(runs.map(({ text: insert, marks }) => ({ insert, attributes: { ...marks } })));
  return text;
}

/** Any value may stand there, and the binding writes numbers; Yjs' types know of strings. */
export function setAttribute(element: Y.XmlElement, name: string, value: unknown): void {
  element.setAttribute(name, value as string);
}
