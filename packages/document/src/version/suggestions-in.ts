import type * as Y from "yjs";
import { type ContentNode, isNode, readContent } from "./content.ts";

const suggestionMark = /^(insertion|deletion|modification)(--|$)/;

/** The ids of the suggested changes that stand undecided in a text: of marks on its letters, and of what is proposed for a
 *  block. */
export function suggestionsIn(fragment: Y.XmlFragment): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const node of readContent(fragment)) collect(node, ids);
  return ids;
}

function collect({ attributes, content }: ContentNode, ids: Set<string>): void {
  add(attributes.proposed, ids);
  for (const item of content) {
    if (isNode(item)) {
      collect(item, ids);
      continue;
    }
    for (const [name, mark] of Object.entries(item.marks)) if (suggestionMark.test(name)) add(mark, ids);
  }
}

function add(suggestion: unknown, ids: Set<string>): void {
  if (typeof suggestion !== "object" || suggestion === null || !("id" in suggestion)) return;
  if (suggestion.id !== null) ids.add(String(suggestion.id));
}
