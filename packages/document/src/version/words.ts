import { canonicalMarks, visible } from "./canonical-text.ts";
import { type Attributes, type ContentNode, isNode, type Run } from "./content.ts";

/** What a difference is told in: a word, a space, a sign. */
export interface Word {
  readonly text: string;
  /** Its letters by format and writer. */
  readonly parts: readonly Run[];
  /** Equal for two words of one look. */
  readonly look: string;
  /** Its place in the block, in letters as the shared text counts them; a line break is one. */
  readonly at: number;
  readonly length: number;
}

const noMarks: Attributes = {};

/** The words of a block or a cell, in their order; a line break is one of them. */
export function wordsOf(node: ContentNode): Word[] {
  const words: Word[] = [];
  let line: Run[] = [];
  let at = 0;
  const endLine = () => {
    const found = wordsOfLine(line, at);
    for (const word of found) words.push(word);
    at += line.reduce((sum, { text }) => sum + text.length, 0);
    line = [];
  };
  for (const item of node.content) {
    if (!isNode(item)) line.push(item);
    else {
      endLine();
      const parts = [{ text: "\n", marks: noMarks, client: item.client }];
      words.push({ text: "\n", parts, look: "", at: at++, length: 1 });
    }
  }
  endLine();
  return words;
}

/** A sign alone is no word: what has been counted is what people count. */
export function isCounted(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

const pattern = /[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu;

/** The words of a line, whose first letter has this place. */
export function wordsOfLine(runs: readonly Run[], start: number): Word[] {
  // Joined first: a word in which two people have written, or of which half is bold, is one word.
  const line = runs.map(({ text }) => text).join("");
  const words: Word[] = [];
  let [run, runStart] = [0, 0];
  for (const { 0: text, index } of line.matchAll(pattern)) {
    const end = index + text.length;
    const parts: Run[] = [];
    for (let from = index; from < end; ) {
      while (runStart + runs[run]!.text.length <= from) runStart += runs[run++]!.text.length;
      const { text: letters, marks, client } = runs[run]!;
      const to = Math.min(end, runStart + letters.length);
      parts.push({ text: letters.slice(from - runStart, to - runStart), marks, client });
      from = to;
    }
    const seen = visible(text);
    if (seen === "") continue;
    words.push({ text: seen, parts, look: lookOf(parts), at: start + index, length: text.length });
  }
  return words;
}

/** How the letters look, whoever wrote them. */
function lookOf(parts: readonly Run[]): string {
  const looks: { look: string; length: number }[] = [];
  for (const { text, marks } of parts) {
    const look = lookOfMarks(marks);
    const last = looks.at(-1);
    if (last?.look === look) last.length += text.length;
    else looks.push({ look, length: text.length });
  }
  return looks.length === 1 ? looks[0]!.look : looks.map(({ look, length }) => `${length}${look}`).join();
}

const known = new WeakMap<Attributes, string>();

function lookOfMarks(marks: Attributes): string {
  let look = known.get(marks);
  if (look === undefined) {
    look = Object.keys(marks).length === 0 ? "" : canonicalMarks(marks);
    known.set(marks, look);
  }
  return look;
}
