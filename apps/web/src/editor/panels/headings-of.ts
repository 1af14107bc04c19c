import type { Node } from "@tiptap/pm/model";
import { shapeOf } from "@upiao/document";

export interface HeadingPlace {
  readonly text: string;
  readonly level: number;
  /** Of the block, in the document as it is now. */
  readonly at: number;
}

export function headingsOf(doc: Node): HeadingPlace[] {
  const found: HeadingPlace[] = [];
  doc.forEach((node, at) => {
    const { kind, level } = shapeOf(node.attrs);
    if (kind === "heading" && node.textContent.trim() !== "")
      found.push({ text: node.textContent, level, at });
  });
  return found;
}

/** Words as people count them: runs of letters and digits, with the apostrophes and hyphens inside. */
export function countWords(doc: Node): number {
  const text = doc.textBetween(0, doc.content.size, " ", " ");
  return text.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
