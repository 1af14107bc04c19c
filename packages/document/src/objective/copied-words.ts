import type { Node, Schema } from "@tiptap/pm/model";
import { linkTarget } from "../marks/part-reference.ts";
import { cutText, longestTitle } from "./objective-fields.ts";

/** The words of a title or a name as they are copied: plain, or in pieces where some of them look different. */
export type CopiedWords = string | readonly CopiedPiece[];

interface CopiedPiece {
  readonly text: string;
  readonly marks: readonly string[];
  readonly link?: string;
}

const looks = ["bold", "italic", "underline"];
/** Each letter may look different. */
const mostPieces = longestTitle;

/** What is proposed in them is copied as words like the others. */
export function writeWords(lines: readonly Node[]): CopiedWords {
  const pieces = lines.flatMap(piecesOf);
  const isPlain = pieces.every(({ marks, link }) => marks.length === 0 && link === undefined);
  return isPlain ? pieces.map(({ text }) => text).join("") : pieces;
}

function piecesOf(line: Node, index: number): CopiedPiece[] {
  const between = index === 0 ? [] : [{ text: " ", marks: [] }];
  const pieces = line.children.map((child): CopiedPiece => {
    const names = child.marks.map(({ type }) => type.name).filter((name) => looks.includes(name));
    const link: unknown = child.marks.find(({ type }) => type.name === "link")?.attrs.href;
    const piece = { text: child.isText ? child.text! : " ", marks: names };
    return typeof link === "string" ? { ...piece, link } : piece;
  });
  return [...between, ...pieces];
}

/** The same, as far as it could have been written by us; null for what are no words. */
export function readWords(written: unknown): CopiedWords | null {
  if (typeof written === "string") return cutText(written, longestTitle);
  if (!Array.isArray(written)) return null;
  let left = longestTitle;
  return written.slice(0, mostPieces).flatMap((each: unknown): CopiedPiece[] => {
    const { text, marks, link } = recordOf(each);
    const kept = typeof text === "string" ? cutText(text, left) : "";
    left -= kept.length;
    if (kept === "") return [];
    const names = Array.isArray(marks) ? looks.filter((look) => marks.includes(look)) : [];
    const href = typeof link === "string" ? linkTarget(link) : null;
    return [{ text: kept, marks: names, ...(href ? { link: href } : {}) }];
  });
}

export function nodesOfWords(words: CopiedWords, schema: Schema): Node[] {
  if (typeof words === "string") return words === "" ? [] : [schema.text(words)];
  return words.map(({ text, marks, link }) =>
    schema.text(text, [
      ...marks.map((name) => schema.mark(name)),
      ...(link === undefined ? [] : [schema.mark("link", { href: link })]),
    ]),
  );
}

export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
