import * as Y from "yjs";
import { schema } from "../schema.ts";
import { BareLetters } from "./bare-letters.ts";

/** A part of a running text: from the first letter to before the second. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Without the spaces at its ends. */
export function trimmed(letters: string, { from, to }: Range): Range {
  const part = letters.slice(from, to);
  const begin = from + part.length - part.trimStart().length;
  return { from: begin, to: begin + part.trim().length };
}

interface Run extends Range {
  readonly text: Y.XmlText;
}

/** The letters of a section in one line, as comments count them: blocks and cells stand on lines of their own, a hard
 *  break is a line's end, markers of lists are not in it. `EditorPlaces` counts an editor's text in the same way. It
 *  shows one moment: read anew after each change. */
export class RunningText {
  readonly letters: string;
  private readonly runs: Run[] = [];
  private readonly starts = new Map<Y.XmlText, number>();
  private withoutSpaces: BareLetters | undefined;

  constructor(readonly fragment: Y.XmlFragment) {
    const lines: string[] = [];
    let at = 0;
    for (const block of blocksIn(fragment)) {
      let line = "";
      for (const child of block.toArray()) {
        const part = child instanceof Y.XmlText ? lettersOf(child) : "\n";
        const from = at + line.length;
        line += part;
        if (child instanceof Y.XmlText) this.add({ text: child, from, to: from + part.length });
      }
      lines.push(line);
      at += line.length + 1;
    }
    this.letters = lines.join("\n");
  }

  /** Without spaces and line ends. */
  get bare(): BareLetters {
    this.withoutSpaces ??= new BareLetters(this.letters);
    return this.withoutSpaces;
  }

  /** Where the text of this element begins, or null when it is not in the section any more. */
  startOf(text: unknown): number | null {
    return text instanceof Y.XmlText ? (this.starts.get(text) ?? null) : null;
  }

  /** The element that holds this letter, and its place in it. */
  holderOf(at: number): { text: Y.XmlText; index: number } | null {
    const run = this.runs.find(({ from, to }) => from <= at && at < to);
    return run ? { text: run.text, index: at - run.from } : null;
  }

  private add(run: Run): void {
    this.runs.push(run);
    this.starts.set(run.text, run.from);
  }
}

function blocksIn(fragment: Y.XmlFragment): Y.XmlElement[] {
  const blocks: Y.XmlElement[] = [];
  // No recursion: a hostile document may be nested until the stack ends.
  const waiting: unknown[] = [fragment];
  while (waiting.length > 0) {
    const type = waiting.pop();
    if (type instanceof Y.XmlElement && schema.nodes[type.nodeName]?.isTextblock) blocks.push(type);
    else if (type instanceof Y.XmlFragment) waiting.push(...type.toArray().reverse());
  }
  return blocks;
}

function lettersOf(text: Y.XmlText): string {
  let letters = "";
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !item.countable) continue;
    letters += item.content instanceof Y.ContentString ? item.content.str : "￼".repeat(item.length);
  }
  return letters;
}
