import type { JSONContent } from "@tiptap/core";
import { deepestHeading } from "@upiao/document";

/** A part of a file, from one of its headings to the next. */
export interface FilePart {
  /** Empty for what stands before the first heading. */
  readonly heading: string;
  readonly level: number;
  readonly blocks: readonly JSONContent[];
}

export interface SplitFile {
  readonly parts: readonly FilePart[];
  /** Headings under which nothing stands: of the file as a whole, or of others. */
  readonly mere: readonly string[];
}

/** The parts of a file: each of its highest headings begins one, and each deeper one that belongs to a line of the plan. */
export function splitParts(blocks: readonly JSONContent[], isKnown: (heading: string) => boolean): SplitFile {
  const highest = Math.min(...blocks.filter(isHeading).map(levelOf), deepestHeading);
  const all: { heading: string; level: number; blocks: JSONContent[] }[] = [
    { heading: "", level: 0, blocks: [] },
  ];
  for (const block of blocks) {
    const heading = isHeading(block) ? wordsOf(block).trim() : "";
    if (heading !== "" && (levelOf(block) === highest || isKnown(heading))) {
      all.push({ heading, level: levelOf(block), blocks: [] });
    } else all.at(-1)!.blocks.push(block);
  }
  const isMere = ({ blocks }: FilePart) => blocks.length === 0;
  return {
    parts: all.filter((part) => !isMere(part)),
    mere: all.filter((part) => isMere(part) && part.heading !== "").map(({ heading }) => heading),
  };
}

/** A file as one part: where it opens with a title that the section has already, that is the part's heading. */
export function wholeFile(blocks: readonly JSONContent[], isTitle: (heading: string) => boolean): FilePart {
  const [first, ...others] = blocks;
  const heading = first && isHeading(first) ? wordsOf(first).trim() : "";
  const isTitled = others.length > 0 && heading !== "" && isTitle(heading);
  return isTitled ? { heading, level: levelOf(first!), blocks: others } : { heading: "", level: 0, blocks };
}

/** What a part brings into a section: its own heading too, unless the section is called so; and the headings under it one level below
 *  that, as a section begins with the first. */
export function contentOf({ heading, level, blocks }: FilePart, isCalledSo: boolean): JSONContent[] {
  const first = isCalledSo || heading === "" ? 0 : 1;
  const below = blocks.map((block) =>
    isHeading(block) ? withLevel(block, Math.max(levelOf(block) - level, 1) + first) : block,
  );
  const own = { type: "block", attrs: { kind: "heading" }, content: [{ type: "text", text: heading }] };
  return first === 0 ? below : [withLevel(own, 1), ...below];
}

/** The words of blocks, a line for each and for each row of a table; list items have a dash. */
export function linesOf(blocks: readonly JSONContent[]): { words: string; isHeading: boolean }[] {
  return blocks.flatMap((block) => {
    if (block.type !== "table")
      return { words: markerOf(block) + wordsOf(block), isHeading: isHeading(block) };
    const rows = block.content ?? [];
    return rows.map(({ content = [] }) => ({ words: content.map(wordsOf).join(" | "), isHeading: false }));
  });
}

function markerOf({ attrs }: JSONContent): string {
  return attrs?.kind === "bullet" || attrs?.kind === "ordered" ? "– " : "";
}

function wordsOf({ type, text, content = [] }: JSONContent): string {
  return type === "hardBreak" ? " " : (text ?? content.map(wordsOf).join(""));
}

const isHeading = ({ attrs }: JSONContent) => attrs?.kind === "heading";
const levelOf = ({ attrs }: JSONContent) => Number(attrs?.level ?? 1);

function withLevel(block: JSONContent, level: number): JSONContent {
  return { ...block, attrs: { ...block.attrs, level: Math.min(level, deepestHeading) } };
}
