import type { Anchor } from "./anchor.ts";
import type { AnchorEnd } from "./place-of.ts";
import { type Range, type RunningText, trimmed } from "./running-text.ts";

/** Fewer letters alike may be anybody's: an article, a conjunction. */
const fewestLetters = 4;

/** More are not compared word by word. */
const mostPairs = 250_000;

interface Word extends Range {
  readonly word: string;
}

/** The part of an anchor's words that still stands where they stood, or null. An end whose letter lives is theirs for
 *  sure. Between two that are deleted there may be only what others were typing there meanwhile: there, it is theirs as
 *  far as it says what they said. */
export function whatIsLeft(
  text: RunningText,
  { quote }: Anchor,
  start: AnchorEnd | null,
  end: AnchorEnd | null,
): Range | null {
  if (start?.isAlive) return fromStart(text, quote, start.at, end);
  if (end?.isAlive) return toEnd(text, quote, start, end.at);
  if (!start || !end || start.at >= end.at) return null;
  return between(text, quote, { from: start.at, to: end.at });
}

/** The end is deleted, or stands in a block that is: what follows the first letter is theirs as long as it says so. */
function fromStart({ letters }: RunningText, quote: string, from: number, end: AnchorEnd | null): Range {
  const part = { from, to: end ? Math.max(end.at, from + 1) : from + quote.length };
  let to = from + 1;
  while (to < part.to && letters[to] === quote[to - from]) to++;
  const lastWord = end ? sharedWords(letters, part, quote).at(-1) : undefined;
  to = Math.max(to, lastWord?.to ?? to);
  return trimmed(letters, { from, to });
}

function toEnd({ letters }: RunningText, quote: string, start: AnchorEnd | null, to: number): Range {
  const part = { from: start ? Math.min(start.at, to - 1) : Math.max(0, to - quote.length), to };
  let from = to - 1;
  while (from > part.from && letters[from - 1] === quote[quote.length - 1 - (to - from)]) from--;
  const firstWord = start ? sharedWords(letters, part, quote)[0] : undefined;
  from = Math.min(from, firstWord?.from ?? from);
  return trimmed(letters, { from, to });
}

function between({ letters }: RunningText, quote: string, part: Range): Range | null {
  const shared = sharedWords(letters, part, quote);
  const [first, last] = [shared[0], shared.at(-1)];
  if (!first || !last) return null;
  const range = { from: first.from, to: last.to };
  const theirs = shared.reduce((sum, { word }) => sum + word.length, 0);
  const all = wordsOf(letters, range).reduce((sum, { word }) => sum + word.length, 0);
  const isEnough = theirs >= fewestLetters || theirs * 2 >= quote.length;
  return isEnough && theirs * 2 >= all ? range : null;
}

/** The words of this part that are words of the quote, in its order: a longest common sequence. */
function sharedWords(letters: string, part: Range, quote: string): Word[] {
  const here = wordsOf(letters, part);
  const there = wordsOf(quote, { from: 0, to: quote.length });
  if (here.length * there.length > mostPairs) return [];
  const width = there.length + 1;
  const longest = new Uint16Array((here.length + 1) * width);
  const at = (row: number, column: number) => longest[row * width + column]!;
  for (let row = here.length - 1; row >= 0; row--) {
    for (let column = there.length - 1; column >= 0; column--) {
      longest[row * width + column] =
        here[row]!.word === there[column]!.word
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const shared: Word[] = [];
  for (let row = 0, column = 0; row < here.length && column < there.length; ) {
    if (here[row]!.word === there[column]!.word) {
      shared.push(here[row]!);
      row++;
      column++;
    } else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return shared;
}

function wordsOf(letters: string, { from, to }: Range): Word[] {
  return [...letters.slice(from, to).matchAll(/\S+/g)].map(({ 0: word, index }) => ({
    word,
    from: from + index,
    to: from + index + word.length,
  }));
}
