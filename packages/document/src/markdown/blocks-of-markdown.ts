import type { JSONContent } from "@tiptap/core";
import { lexer, type Token, type Tokens } from "marked";
import { type BlockShape, deepestHeading, deepestIndent, plainShape } from "../nodes/block-shape.ts";
import { attributesOfCopy, contentOfCopy, readCopiedObjective } from "../objective/copied-objective.ts";
import { schema } from "../schema.ts";
import { inlineOf } from "./inline-of-markdown.ts";

/** The blocks and tables of a Markdown text. A `#` heading that opens it is the title, which a section has of
 *  its own: `##` is the first level of headings. */
export function blocksOfMarkdown(markdown: string): JSONContent[] {
  const tokens = lexer(markdown).filter(({ type }) => type !== "space");
  return blocksOf(isTitle(tokens[0]) ? tokens.slice(1) : tokens, plainShape);
}

/** The same of a file that may hold several sections: where more than one heading has a `#`, none is the title of all, and each keeps
 *  its level. */
export function blocksOfMarkdownFile(markdown: string): JSONContent[] {
  const tokens = lexer(markdown).filter(({ type }) => type !== "space");
  if (tokens.filter(isTitle).length < 2) return blocksOfMarkdown(markdown);
  const lower = ({ depth, ...heading }: Tokens.Heading) => ({ ...heading, depth: depth + 1 });
  const lowered = tokens.map((token) => (token.type === "heading" ? lower(token as Tokens.Heading) : token));
  return blocksOf(lowered, plainShape);
}

/** Lists that begin with another number than 1, as those of a section do not. */
export function countOtherNumbers(markdown: string): number {
  const lists = lexer(markdown).filter(({ type }) => type === "list") as Tokens.List[];
  return lists.filter(({ ordered, start }) => ordered && start !== 1).length;
}

function isTitle(token: Token | undefined): boolean {
  return token?.type === "heading" && (token as Tokens.Heading).depth === 1;
}

function blocksOf(tokens: readonly Token[], shape: BlockShape): JSONContent[] {
  return tokens.flatMap((token): JSONContent[] => {
    switch (token.type) {
      case "space":
      case "hr":
      case "def":
        return [];
      case "heading": {
        const level = Math.min(Math.max((token as Tokens.Heading).depth - 1, 1), deepestHeading);
        return [block({ ...plainShape, kind: "heading", level }, inlineOf(token.tokens ?? []))];
      }
      case "blockquote":
        return blocksOf(token.tokens ?? [], { ...plainShape, kind: "quote" });
      case "list":
        return listItems(token as Tokens.List, 0);
      case "table":
        return [tableOf(token as Tokens.Table)];
      case "code":
        return [objectiveOf(token as Tokens.Code) ?? block(shape, inlineOf([token]))];
      default:
        return [block(shape, inlineOf("tokens" in token && token.tokens ? token.tokens : [token]))];
    }
  });
}

/** A fenced block `objective` holds what is copied of one. */
function objectiveOf({ lang, text }: Tokens.Code): JSONContent | null {
  const copied = lang === "objective" ? readCopiedObjective(text) : null;
  if (!copied) return null;
  const content = contentOfCopy(copied, schema).toJSON() as JSONContent[];
  return { type: "objective", attrs: attributesOfCopy(copied), content };
}

function listItems(list: Tokens.List, indent: number): JSONContent[] {
  const shape: BlockShape = {
    ...plainShape,
    kind: list.ordered ? "ordered" : "bullet",
    indent: Math.min(indent, deepestIndent),
  };
  return list.items.flatMap((item) => {
    const blocks: JSONContent[] = [block(shape, [])];
    for (const token of item.tokens) {
      if (token.type === "space") continue;
      if (token.type === "list") blocks.push(...listItems(token as Tokens.List, indent + 1));
      else for (const { content = [] } of blocksOf([token], shape)) continueBlock(blocks.at(-1)!, content);
    }
    return blocks;
  });
}

/** A second paragraph of an item is a new line of it: a block in between would end the list. */
function continueBlock(last: JSONContent, content: JSONContent[]): void {
  const before = last.content ?? [];
  last.content = before.length === 0 ? content : [...before, { type: "hardBreak" }, ...content];
}

function tableOf(table: Tokens.Table): JSONContent {
  const row = (type: "tableHeader" | "tableCell", cells: readonly Tokens.TableCell[]): JSONContent => ({
    type: "tableRow",
    content: cells.map((cell) => ({ type, content: inlineOf(cell.tokens) })),
  });
  return {
    type: "table",
    content: [row("tableHeader", table.header), ...table.rows.map((cells) => row("tableCell", cells))],
  };
}

function block(shape: BlockShape, content: JSONContent[]): JSONContent {
  return { type: "block", attrs: { ...shape }, content };
}
