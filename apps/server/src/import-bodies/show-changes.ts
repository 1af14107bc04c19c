import { type BodyChange, bodyChangeKinds } from "@upiao/domain";
import { kindWords, more, wordsOfChange } from "./sentences.ts";

/** More than anybody reads at a terminal. */
const mostLines = 200;

/** A table of how many bodies change in what, and each change as a line. */
export function showChanges(changes: readonly BodyChange[]): string {
  const counts = bodyChangeKinds.map((kind) => ({
    words: kindWords[kind],
    count: changes.filter(({ what }) => what === kind).length,
  }));
  const width = Math.max(...counts.map(({ words }) => words.length));
  const table = counts.map(({ words, count }) => `${words.padEnd(width)}  ${String(count).padStart(5)}`);
  return [...table, "", ...atMost(changes.map(wordsOfChange))].join("\n");
}

/** The first lines and, of more than are shown, their number. */
export function atMost(lines: readonly string[]): string[] {
  const left = lines.length - mostLines;
  return left > 0 ? [...lines.slice(0, mostLines), more(left)] : [...lines];
}
