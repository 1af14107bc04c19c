import * as Y from "yjs";
import type { NodeJson, TextJson } from "../nodes/text-json.ts";
import { setAttribute } from "../version/build-element.ts";

/** A shared text that says what an adopted one says, for what reads shared texts: comparing, counting, objectives. */
export function fragmentOf(content: TextJson): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment("default");
  fragment.insert(0, childrenOf(content.content));
  return fragment;
}

function childrenOf(nodes: readonly NodeJson[] = []): (Y.XmlElement | Y.XmlText)[] {
  const children: (Y.XmlElement | Y.XmlText)[] = [];
  let runs: { insert: string; attributes: Record<string, unknown> }[] = [];
  const endText = () => {
    if (runs.length > 0) children.push(textOf(runs));
    runs = [];
  };
  for (const node of nodes) {
    if (node.type === "text") {
      const marks = (node.marks ?? []).map(({ type, attrs }) => [type, attrs ?? {}]);
      runs.push({ insert: node.text ?? "", attributes: Object.fromEntries(marks) });
    } else {
      endText();
      children.push(elementOf(node));
    }
  }
  endText();
  return children;
}

function textOf(runs: readonly { insert: string; attributes: Record<string, unknown> }[]): Y.XmlText {
  const text = new Y.XmlText();
  text.applyDelta([...runs]);
  return text;
}

function elementOf({ type, attrs, content }: NodeJson): Y.XmlElement {
  const element = new Y.XmlElement(type);
  for (const [name, value] of Object.entries(attrs ?? {})) setAttribute(element, name, value);
  element.insert(0, childrenOf(content));
  return element;
}
