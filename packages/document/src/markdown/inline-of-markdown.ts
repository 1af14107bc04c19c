import type { JSONContent } from "@tiptap/core";
import type { Token } from "marked";
import { linkTarget, partReference } from "../marks/part-reference.ts";

type MarkJson = NonNullable<JSONContent["marks"]>[number];

/** Texts and line breaks of a run of Markdown. What has no counterpart keeps its words: the text of an image,
 *  of code, of a link that may not be one. */
export function inlineOf(tokens: readonly Token[], marks: readonly MarkJson[] = []): JSONContent[] {
  return tokens.flatMap((token, index): JSONContent[] => {
    switch (token.type) {
      case "strong":
        return inside(token, [...marks, { type: "bold" }]);
      case "em":
        return inside(token, [...marks, { type: "italic" }]);
      case "link": {
        const reference = referenceOf(token);
        const href = reference ?? linkTarget(token.href);
        const words = inside(token, href ? [...marks, { type: "link", attrs: { href } }] : marks);
        if (reference === null) return words;
        const next = tokens.slice(index + 1).find((one) => !isSpace(one));
        return next && referenceOf(next) === reference ? words : withoutNumber(words);
      }
      case "br":
        return [{ type: "hardBreak" }];
      case "escape":
      case "codespan":
      case "html":
        return textOf(token.text, marks);
      default:
        if ("tokens" in token && token.tokens) return inside(token, marks);
        return textOf(decodeEntities("text" in token ? token.text : token.raw), marks);
    }
  });
}

/** The reference that an exported link was, whose address leads within its file and whose words end with a number of that file. */
function referenceOf(token: Token): string | null {
  if (token.type !== "link" || !token.href.startsWith("#")) return null;
  return partReference(token.title) === null ? null : token.title;
}

function isSpace({ type, raw }: Token): boolean {
  return type === "br" || raw.trim() === "";
}

function withoutNumber(words: JSONContent[]): JSONContent[] {
  const [text, ...before] = words.toReversed();
  if (!text?.text) return words;
  const shorter = text.text.replace(/ \([^()]*\)$/, "");
  return shorter === "" ? before.toReversed() : [...before.toReversed(), { ...text, text: shorter }];
}

function inside(token: Token, marks: readonly MarkJson[]): JSONContent[] {
  return "tokens" in token ? inlineOf(token.tokens ?? [], marks) : [];
}

function textOf(text: string, marks: readonly MarkJson[]): JSONContent[] {
  // A new line of the source is a space of the text.
  const line = text.replaceAll(/\s*\n\s*/g, " ");
  return line === "" ? [] : [{ type: "text", text: line, marks: [...marks] }];
}

const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

/** The lexer leaves entities to whoever writes HTML, which we never do. */
function decodeEntities(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,6})|([a-z]+));/g, (entity, number, name) => {
    if (name) return named[name] ?? entity;
    return String.fromCodePoint(Number(number));
  });
}
