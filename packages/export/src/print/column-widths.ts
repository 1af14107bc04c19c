import type { Table } from "./print-block.ts";
import { wordsIn } from "./runs.ts";

/** About so many letters stand side by side in a table that is as wide as the page. */
const lettersAcross = 92;
const [fewest, longestWord, longestLine] = [6, 22, 160];

/** Which part of the table each column takes, as a browser would: no word is broken while there is room, and what is left goes
 *  to those that have more to say. */
export function columnWidths({ columns, rows }: Table): number[] {
  const least = Array.from({ length: columns }, () => fewest);
  const most = Array.from({ length: columns }, () => fewest);
  for (const { column, colspan, runs } of rows.flat()) {
    if (colspan > 1) continue;
    const text = wordsIn(runs);
    const word = text.split(/[\s/-]+/).reduce((longest, { length }) => Math.max(longest, length), 0);
    least[column] = Math.max(least[column]!, Math.min(word + 3, longestWord));
    most[column] = Math.max(most[column]!, Math.min(text.length + 2, longestLine), least[column]!);
  }
  const left = lettersAcross - sumOf(least);
  const wanted = sumOf(most) - sumOf(least);
  const part = Math.max(0, Math.min(1, left / (wanted || 1)));
  const widths = least.map((width, at) => width + part * (most[at]! - width));
  const whole = sumOf(widths);
  return widths.map((width) => width / whole);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
