import * as Y from "yjs";
import { isKey } from "../objective/objectives-in.ts";
import { fragmentName } from "../schema.ts";
import { type ContentNode, isNode, readContent } from "../version/content.ts";
import { restoreText } from "../version/restore-text.ts";
import { elementOf } from "./element-of.ts";
import type { ImportedText } from "./imported-text.ts";

export const importModes = ["APPEND", "REPLACE"] as const;
export type ImportMode = (typeof importModes)[number];

export interface Importing {
  readonly mode: ImportMode;
  /** A key that no record has. */
  readonly newKey: () => string;
}

/** Whether nothing stands in a text: it may have blocks without a letter, which an editor leaves there. */
export function isBlank(fragment: Y.XmlFragment): boolean {
  return readContent(fragment).every(
    ({ type, content }) => (type === "block" || type === "paragraph") && content.length === 0,
  );
}

/** Writes an imported text at the end of a shared one, or in its place; there what says the same stays as it is, with who wrote it
 *  and what hangs on it. An objective is the record that its key names only where it replaces itself. To be called in one
 *  transaction. */
export function writeImported(
  fragment: Y.XmlFragment,
  imported: ImportedText,
  { mode, newKey }: Importing,
): void {
  const replaces = mode === "REPLACE" || isBlank(fragment);
  const known = new Set(replaces ? keysIn(readContent(fragment)) : []);
  // Each once: of two alike the second is a copy.
  const keyOf = (key: unknown) => (isKey(key) && known.delete(key) ? key : newKey());
  const elements = imported.children.map((node) => elementOf(node, keyOf));
  if (replaces && fragment.length > 0) replaceWith(fragment, elements);
  else fragment.insert(fragment.length, elements);
}

function replaceWith(fragment: Y.XmlFragment, elements: Y.XmlElement[]): void {
  const goal = new Y.Doc();
  try {
    goal.getXmlFragment(fragmentName).insert(0, elements);
    restoreText(fragment, goal.getXmlFragment(fragmentName));
  } finally {
    goal.destroy();
  }
}

function keysIn(nodes: readonly ContentNode[]): unknown[] {
  return keyedIn(nodes).flatMap(({ attributes: { key }, content }) => [
    ...(isKey(key) ? [key] : []),
    ...keysIn(content.filter(isNode)),
  ]);
}

const keyedIn = (nodes: readonly ContentNode[]) =>
  nodes.filter(({ type }) => type === "objective" || type === "indicator");
