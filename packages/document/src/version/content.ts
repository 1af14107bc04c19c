import * as Y from "yjs";

export type Attributes = Readonly<Record<string, unknown>>;

/** Letters of one format that were written under one Yjs client id. */
export interface Run {
  readonly text: string;
  /** As the shared text has them. */
  readonly marks: Attributes;
  readonly client: number;
}

/** A node of a text: a block with its runs, a table with its rows. */
export interface ContentNode {
  readonly type: string;
  readonly attributes: Attributes;
  readonly content: readonly (ContentNode | Run)[];
  readonly client: number;
  /** Where it was read. */
  readonly element: Y.XmlElement;
}

/** A section nests four deep; a hostile document could nest until the stack ends. */
const deepest = 50;

/** What stands in a shared text, with the client ids under which it was written. It knows no schema and only reads. */
export function readContent(fragment: Y.XmlFragment): ContentNode[] {
  return childrenOf(fragment, 0).filter((child) => isNode(child));
}

export function isNode(item: ContentNode | Run): item is ContentNode {
  return "type" in item;
}

function childrenOf(parent: Y.XmlFragment, depth: number): (ContentNode | Run)[] {
  const children: readonly unknown[] = parent.toArray();
  return children.flatMap((child): (ContentNode | Run)[] => {
    if (child instanceof Y.XmlText) return runsOf(child);
    if (!(child instanceof Y.XmlElement) || depth > deepest) return [];
    return [
      {
        type: child.nodeName,
        attributes: child.getAttributes() as Attributes,
        content: childrenOf(child, depth + 1),
        client: child._item?.id.client ?? 0,
        element: child,
      },
    ];
  });
}

/** As Yjs' `toDelta` goes through it, which does not tell the writers. */
function runsOf(text: Y.XmlText): Run[] {
  const runs: Run[] = [];
  let marks: Attributes = {};
  for (let item = text._start; item; item = item.right) {
    if (item.deleted) continue;
    const { content } = item;
    if (content instanceof Y.ContentFormat) {
      const { [content.key]: _, ...others } = marks;
      marks = content.value === null ? others : { ...others, [content.key]: content.value };
    } else if (content instanceof Y.ContentString) {
      runs.push({ text: content.str, marks, client: item.id.client });
    }
  }
  return runs;
}
