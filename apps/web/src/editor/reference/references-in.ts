import type { Node } from "@tiptap/pm/model";
import { partReference } from "@upiao/document";

/** Words that refer to a part of the plan. */
export interface ReferencePlace {
  readonly code: string;
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

/** The references of a text, in its order. Words of one may look different. */
export function referencesIn(doc: Node): ReferencePlace[] {
  const found: ReferencePlace[] = [];
  doc.descendants((block, at) => {
    if (!block.isTextblock) return true;
    block.forEach((node, offset) => {
      const code = codeOf(node);
      if (code === null) return;
      const from = at + 1 + offset;
      const last = found.at(-1);
      const goesOn = last?.code === code && last.to === from;
      const place = { code, words: node.text ?? " ", from, to: from + node.nodeSize };
      if (goesOn) found[found.length - 1] = { ...place, words: last.words + place.words, from: last.from };
      else found.push(place);
    });
    return false;
  });
  return found;
}

function codeOf({ marks }: Node): string | null {
  return partReference(marks.find(({ type }) => type.name === "link")?.attrs.href);
}
