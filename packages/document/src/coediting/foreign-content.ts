import type { ContentMatch, NodeType } from "@tiptap/pm/model";
import * as Y from "yjs";
import { isCellSpan } from "../nodes/cell-span.ts";
import { markNameOf } from "../proposal/mark-key.ts";
import { schema } from "../schema.ts";

/** What of a shared text the editor could not hold, in words for a log, or null when it holds all. It has to be
 *  asked before the binding sees the text and before it sees each change: what does not fit the schema, the
 *  binding deletes, for everybody. Give it the fragment, or an element of it that has changed. */
export function findForeignContent(type: Y.XmlFragment): string | null {
  if (!(type instanceof Y.XmlElement)) return findIn(type, schema.topNodeType);
  const nodeType = schema.nodes[type.nodeName];
  return nodeType ? findIn(type, nodeType) : `element ${type.nodeName}`;
}

function findIn(type: Y.XmlFragment, nodeType: NodeType): string | null {
  if (type instanceof Y.XmlElement && hasBadSpan(type, nodeType)) return `span of ${nodeType.name}`;
  let match: ContentMatch | null = nodeType.contentMatch;
  // Typed as elements and texts, but a program can insert any value.
  const children: readonly unknown[] = type.toArray();
  for (const child of children) {
    const childType = typeOf(child);
    if (!childType) return `child of ${nodeType.name}`;
    if (child instanceof Y.XmlText && child.length === 0) continue;
    match = match.matchType(childType);
    if (!match) return `${childType.name} in ${nodeType.name}`;
    const found =
      child instanceof Y.XmlText ? findInText(child, nodeType) : findIn(child as Y.XmlElement, childType);
    if (found) return found;
  }
  return match.validEnd || children.length === 0 ? null : `end of ${nodeType.name}`;
}

function typeOf(child: unknown): NodeType | undefined {
  if (child instanceof Y.XmlText) return schema.nodes.text;
  return child instanceof Y.XmlElement ? schema.nodes[child.nodeName] : undefined;
}

function findInText(text: Y.XmlText, parent: NodeType): string | null {
  const delta: { insert: unknown; attributes?: Record<string, unknown> }[] = text.toDelta();
  for (const { insert, attributes } of delta) {
    if (typeof insert !== "string") return `embedded value in ${parent.name}`;
    const unknown = Object.keys(attributes ?? {}).find((key) => !schema.marks[markNameOf(key)]);
    if (unknown) return `mark ${unknown}`;
  }
  return null;
}

function hasBadSpan(element: Y.XmlElement, nodeType: NodeType): boolean {
  if (!("colspan" in (nodeType.spec.attrs ?? {}))) return false;
  const { colspan = 1, rowspan = 1 } = element.getAttributes() as Record<string, unknown>;
  return !isCellSpan(colspan) || !isCellSpan(rowspan);
}
