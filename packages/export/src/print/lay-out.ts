import type { TextJson } from "@upiao/document";
import type { PrintableContent, PrintableDocument, PrintableText } from "../printable.ts";
import { blocksOfDifference } from "./blocks-of-difference.ts";
import { blocksOfText } from "./blocks-of-text.ts";
import { cleanLine, cleanText } from "./clean-text.ts";
import { legend } from "./legend.ts";
import type { Heading, List, PrintBlock, Run, Table } from "./print-block.ts";
import { type PlacedPart, type PlacedParts, resolveReferences } from "./references.ts";
import { runsOf, wordsIn } from "./runs.ts";

/** A document as all formats print it. */
export interface Print extends Pick<PrintableDocument, "title" | "subtitle" | "language" | "date" | "cover"> {
  /** Its headings of two levels; none where there is no cover. */
  readonly contents: readonly Heading[];
  readonly blocks: readonly PrintBlock[];
}

export const deepestLevel = 6;

export function layOut(printable: PrintableDocument): Print {
  const { language, cover, parts } = printable;
  const title = cleanLine(printable.title) || "Documento";
  const subtitle = printable.subtitle === null ? null : cleanLine(printable.subtitle);
  const placed = new Map<string, PlacedPart>();
  const drafted = parts.flatMap((part, index): PrintBlock[] => {
    // A section that is printed alone has its title already.
    const isAlone = cover.length === 0 && parts.length === 1 && cleanLine(part.title) === title;
    const level = isAlone ? 0 : part.depth + 1;
    const number = part.number === null ? null : cleanLine(part.number);
    const heading = {
      ...headingOf(level, part.title),
      number,
      anchor: `parte-${index + 1}`,
      beginsPage: cover.length > 0 && part.depth === 0,
    };
    if (!isAlone && number !== null)
      for (const code of part.codes ?? []) placed.set(code, { number, anchor: heading.anchor });
    return [
      ...(isAlone ? [] : [heading]),
      ...part.texts.flatMap((text) => blocksOfPart(text, level, printable.firstYear)),
    ];
  });
  const shown = resolveReferences(drafted, placed).filter(
    (block) => block.type !== "heading" || saysSomething(block),
  );
  const levels = levelled(hasChanges(shown) ? [legend, ...shown] : shown);
  const blocks = captioned(cover.length > 0 ? anchored(levels) : levels, countTables());
  return {
    title,
    subtitle,
    language,
    date: dayOf(printable.date),
    cover: cover.map(({ label, value }) => ({ label: cleanLine(label), value: cleanText(value) })),
    contents: cover.length > 0 ? blocks.filter(isOfContents) : [],
    blocks,
  };
}

/** Texts of one document, each under a heading of somebody else's page. Their tables have the numbers that they have in all of it. */
export function layOutTexts(texts: readonly TextOnPage[], page: PageOfTexts): (readonly PrintBlock[])[] {
  const nextTable = countTables();
  return texts.map((text) => captioned(layOutOne(text, page), nextTable, cleanLine(text.title)));
}

/** What stands together of a text that is not there as a whole: nobody knows which table of it one is. */
export function layOutExcerpt(blocks: readonly PrintBlock[], level: number): readonly PrintBlock[] {
  return captioned(layOutOne({ content: blocks, level }, {}), () => "Tabella");
}

export interface TextOnPage {
  readonly content: TextJson;
  /** Of the heading above it. */
  readonly title: string;
  /** Of the same heading, below the page's title: its own headings are deeper. */
  readonly level: number;
}

export interface PageOfTexts {
  readonly firstYear?: number;
  /** Where the parts of their plan stand on that page; absent: they do not. */
  readonly parts?: PlacedParts;
}

function layOutOne(
  { content, level }: { readonly content: TextJson | readonly PrintBlock[]; readonly level: number },
  { firstYear, parts = new Map() }: PageOfTexts,
): PrintBlock[] {
  const blocks = resolveReferences(blocksOfPart({ title: null, content }, level, firstYear), parts);
  return levelled(
    blocks.filter((block) => block.type !== "heading" || saysSomething(block)),
    level,
  );
}

function dayOf(date: string): string {
  const [day] = /^\d{4}-\d\d-\d\d/.exec(date) ?? [];
  if (!day || Number.isNaN(Date.parse(day))) throw new Error(`a document is of a day, not of «${date}»`);
  return day;
}

/** PDF/UA takes no empty heading, and nobody who jumps from one to the next wants one. */
function saysSomething({ number, runs }: Heading): boolean {
  return /[^\s\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(`${number ?? ""}${wordsIn(runs)}`);
}

function isOfContents(block: PrintBlock): block is Heading {
  return block.type === "heading" && block.anchor !== null;
}

function headingOf(level: number, title: string): Heading {
  const runs = runsOf(cleanLine(title));
  return { type: "heading", level, number: null, anchor: null, beginsPage: false, runs };
}

function blocksOfPart({ title, content }: PrintableText, level: number, firstYear?: number): PrintBlock[] {
  const base = title === null ? level : level + 1;
  const blocks = blocksOf(content, firstYear).map(
    (block): PrintBlock => ("level" in block ? { ...block, level: base + block.level } : block),
  );
  return title === null ? blocks : [headingOf(base, title), ...blocks];
}

function blocksOf(content: PrintableContent, firstYear?: number): readonly PrintBlock[] {
  if ("parts" in content) return blocksOfDifference(content);
  return "type" in content ? blocksOfText(content, firstYear) : content;
}

/** No heading skips a level: PDF/UA forbids it, and who listens to a page counts on it. */
function levelled(blocks: readonly PrintBlock[], under = 0): PrintBlock[] {
  let above = under;
  return blocks.map((block) => {
    if (!("level" in block)) return block;
    const level = Math.max(1, Math.min(block.level, above + 1, deepestLevel));
    above = level;
    return { ...block, level };
  });
}

/** The contents have the headings of two levels, as Word's would. */
function anchored(blocks: readonly PrintBlock[]): PrintBlock[] {
  return blocks.map((block, index) =>
    block.type === "heading" && block.level <= 2 && block.anchor === null
      ? { ...block, anchor: `titolo-${index}` }
      : block,
  );
}

/** Each table is called by what comes next, and after the heading under which it stands. */
function captioned(blocks: readonly PrintBlock[], nextTable: () => string, above = ""): PrintBlock[] {
  let under = above;
  const captionOf = (table: Table): Table => {
    const name = nextTable();
    return { ...table, caption: under === "" ? name : `${name}: ${under}` };
  };
  return blocks.map((block) => {
    if (block.type === "heading") under = cleanLine(wordsIn(block.runs));
    if (block.type === "table") return captionOf(block);
    if (block.type !== "objective" || !block.indicators) return block;
    const before = under;
    under = `indicatori dell'obiettivo ${cleanLine(wordsIn(block.title))}`;
    const indicators = captionOf(block.indicators);
    under = before;
    return { ...block, indicators };
  });
}

/** The tables of a document are counted from its first part to its last, whatever they stand in. */
function countTables(): () => string {
  let count = 0;
  return () => `Tabella ${++count}`;
}

function hasChanges(blocks: readonly PrintBlock[]): boolean {
  return blocks.some((block) => runsInBlock(block).some(({ change }) => change !== null));
}

function runsInBlock(block: PrintBlock): readonly Run[] {
  switch (block.type) {
    case "heading":
    case "paragraph":
    case "quote":
      return block.runs;
    case "list":
      return runsInList(block);
    case "table":
      return block.rows.flatMap((cells) => cells.flatMap(({ runs }) => runs));
    case "objective":
      return block.title;
  }
}

function runsInList({ items }: List): Run[] {
  return items.flatMap(({ runs, lists }) => [...runs, ...lists.flatMap(runsInList)]);
}
