import * as Y from "yjs";
import { align, diffPlaces } from "./align.ts";
import { buildText } from "./build-element.ts";
import { type ContentNode, isNode, type Run } from "./content.ts";
import { type Word, wordsOfLine } from "./words.ts";

/** A line of a block as it stands in the shared text: the break before it, and its letters. */
interface Line {
  lineBreak: Y.XmlElement | null;
  texts: Y.XmlText[];
  readonly words: readonly Word[];
}

/** Changes the letters of a block or a cell. A line break stands between two texts, so lines are aligned before words: a
 *  text is never cut in two, which would write its second half anew. */
export function restoreLines(now: ContentNode, goal: ContentNode): void {
  const { element } = now;
  const goals = linesOf(goal).map((runs) => ({ runs, words: wordsOfLine(runs, 0) }));
  const old = readLines(now);
  const lines = [...old];
  let at = 0;
  for (const [from, to] of align(keysOf(old), keysOf(goals), (one, other) =>
    likeness(old[one]!.words, goals[other]!.words),
  )) {
    if (from === null) insertLine(element, lines, at++, goals[to!]!.runs);
    else if (to === null) removeLine(element, lines, at);
    else restoreWords(element, lines[at++]!, goals[to]!.words);
  }
}

function readLines({ element, content }: ContentNode): Line[] {
  const runs = linesOf({ content });
  const lines: Line[] = [];
  let line = { lineBreak: null as Y.XmlElement | null, texts: [] as Y.XmlText[] };
  const endLine = () => lines.push({ ...line, words: wordsOfLine(runs[lines.length] ?? [], 0) });
  for (const child of element.toArray()) {
    if (child instanceof Y.XmlText) line.texts.push(child);
    else if (child instanceof Y.XmlElement) {
      endLine();
      line = { lineBreak: child, texts: [] };
    }
  }
  endLine();
  return lines;
}

function linesOf({ content }: Pick<ContentNode, "content">): Run[][] {
  const lines: Run[][] = [[]];
  for (const item of content) {
    if (isNode(item)) lines.push([]);
    else lines.at(-1)!.push(item);
  }
  return lines;
}

function removeLine(element: Y.XmlElement, lines: Line[], at: number): void {
  const [line, next] = [lines[at]!, lines[at + 1]];
  for (const text of line.texts) remove(element, text);
  if (line.lineBreak) remove(element, line.lineBreak);
  else if (next?.lineBreak) {
    remove(element, next.lineBreak);
    next.lineBreak = null;
  }
  lines.splice(at, 1);
}

function insertLine(element: Y.XmlElement, lines: Line[], at: number, runs: readonly Run[]): void {
  const texts = runs.length > 0 ? [buildText(runs)] : [];
  const lineBreak = lines.length > 0 ? new Y.XmlElement("hardBreak") : null;
  const [before, next] = [lines[at - 1], lines[at]];
  if (before) {
    element.insert(endOf(element, before), [...(lineBreak ? [lineBreak] : []), ...texts]);
    lines.splice(at, 0, { lineBreak, texts, words: [] });
  } else {
    element.insert(0, [...texts, ...(lineBreak ? [lineBreak] : [])]);
    if (next) next.lineBreak = lineBreak;
    lines.splice(at, 0, { lineBreak: null, texts, words: [] });
  }
}

/** Word by word, each at its place. */
function restoreWords(element: Y.XmlElement, line: Line, goal: readonly Word[]): void {
  const places = diffPlaces(
    line.words.map(({ text }) => text),
    goal.map(({ text }) => text),
  );
  let at = 0;
  // How much further to the right the letters that are still to come stand by now.
  let shift = 0;
  for (const [from, to] of places) {
    const [old, now] = [from === null ? null : line.words[from]!, to === null ? null : goal[to]!];
    if (old) at = old.at + shift;
    if (old && now) {
      if (old.look !== now.look) formatWord(line, at, old, now);
      at += old.length;
    } else if (old) {
      deleteLetters(line, at, old.length);
      shift -= old.length;
    } else {
      for (const { text, marks } of now!.parts) {
        insertLetters(element, line, at, { text, marks });
        at += text.length;
        shift += text.length;
      }
    }
  }
}

function formatWord(line: Line, at: number, old: Word, now: Word): void {
  const none = Object.fromEntries(
    old.parts.flatMap(({ marks }) => Object.keys(marks).map((name) => [name, null])),
  );
  let from = at;
  for (const { text, marks } of now.parts) {
    for (const part of partsBetween(line, from, from + text.length))
      part.text.format(part.from, part.to - part.from, { ...none, ...marks });
    from += text.length;
  }
}

function deleteLetters(line: Line, at: number, length: number): void {
  for (const { text, from, to } of partsBetween(line, at, at + length)) text.delete(from, to - from);
}

function insertLetters(
  element: Y.XmlElement,
  line: Line,
  at: number,
  { text, marks }: Pick<Run, "text" | "marks">,
): void {
  let start = 0;
  for (const own of line.texts) {
    if (at <= start + own.length) return own.insert(at - start, text, { ...marks });
    start += own.length;
  }
  const own = new Y.XmlText();
  element.insert(endOf(element, line), [own]);
  own.insert(0, text, { ...marks });
  line.texts.push(own);
}

function partsBetween(line: Line, from: number, to: number) {
  const parts: { text: Y.XmlText; from: number; to: number }[] = [];
  let start = 0;
  for (const text of line.texts) {
    const part = { text, from: Math.max(from - start, 0), to: Math.min(to - start, text.length) };
    if (part.from < part.to) parts.push(part);
    start += text.length;
  }
  return parts;
}

function endOf(element: Y.XmlElement, { lineBreak, texts }: Line): number {
  const last = texts.at(-1) ?? lineBreak;
  return last ? element.toArray().indexOf(last) + 1 : 0;
}

function remove(element: Y.XmlElement, child: Y.XmlElement | Y.XmlText): void {
  element.delete(element.toArray().indexOf(child), 1);
}

function keysOf(lines: readonly { readonly words: readonly Word[] }[]) {
  return {
    length: lines.length,
    keyAt: (index: number) => lines[index]!.words.map(({ text, look }) => `${text}\n${look}`).join("\n"),
  };
}

/** One line stays one, whatever it says: others may be writing in it. */
function likeness(one: readonly Word[], other: readonly Word[]): number {
  const words = new Set(one.map(({ text }) => text));
  const shared = other.filter(({ text }) => words.has(text)).length;
  return Math.max(0.4, (2 * shared) / (one.length + other.length || 1));
}
