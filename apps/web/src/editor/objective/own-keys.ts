import type { Node } from "@tiptap/pm/model";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import { isKey } from "@upiao/document";

/** Gives another key to what was copied with its key, and one to what has none. The one that stood there before keeps its own,
 *  wherever the copy was put; what was cut and pasted has its key alone, and is the same record as before. */
export function withOwnKeys(
  transactions: readonly Transaction[],
  before: EditorState,
  { doc, tr }: EditorState,
): Transaction | null {
  const now = keyedIn(doc);
  if (now.length === 0) return null;
  const stood = new Map(
    keyedIn(before.doc).map(({ key, at }) => [
      transactions.reduce((place, { mapping }) => mapping.map(place), at),
      key,
    ]),
  );
  const isFirst = ({ at, key }: Keyed) => stood.get(at) === key;
  const taken = new Set<unknown>();
  for (const keyed of [...now.filter(isFirst), ...now.filter((each) => !isFirst(each))]) {
    const isOwn = isKey(keyed.key) && !taken.has(keyed.key);
    taken.add(keyed.key);
    if (!isOwn) tr.setNodeAttribute(keyed.at, "key", crypto.randomUUID());
  }
  return tr.docChanged ? tr : null;
}

interface Keyed {
  readonly at: number;
  readonly key: unknown;
}

function keyedIn(doc: Node): Keyed[] {
  const found: Keyed[] = [];
  doc.forEach((node, offset) => {
    if (node.type.name !== "objective") return;
    found.push({ at: offset, key: node.attrs.key });
    node.forEach((line, inside) => {
      if (line.type.name === "indicator") found.push({ at: offset + 1 + inside, key: line.attrs.key });
    });
  });
  return found;
}
