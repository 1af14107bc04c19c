import type { Anchor } from "./anchor.ts";
import { surroundingLetters } from "./anchor.ts";
import { BareLetters } from "./bare-letters.ts";
import type { Range, RunningText } from "./running-text.ts";

/** So many letters in a row, of the words and around them, are no coincidence. */
const enoughLetters = 16;

/** Words that stand in more places than this are told apart by nobody. */
const mostPlaces = 100;

interface Candidate {
  readonly at: number;
  /** How many letters around it are those that stood around the words. */
  readonly alike: number;
  readonly isSure: boolean;
}

/** Where the words of an anchor stand by what they say: cut and pasted, undone, restored or split, they are the same
 *  words for people and others for Yjs. Null unless one place is surer than every other. */
export function findQuote(text: RunningText, anchor: Anchor): Range | null {
  const { bare } = text;
  const quote = new BareLetters(anchor.quote).letters;
  if (quote === "") return null;
  const around = surroundingsOf(anchor);
  const found: Candidate[] = [];
  for (let at = bare.letters.indexOf(quote); at >= 0; at = bare.letters.indexOf(quote, at + 1)) {
    if (found.length === mostPlaces) return null;
    found.push(weigh(bare.letters, at, quote, around));
  }
  const [best, second] = found.sort((one, other) => other.alike - one.alike);
  if (!best?.isSure || best.alike === second?.alike) return null;
  return bare.rangeOf(best.at, best.at + quote.length);
}

interface Surroundings {
  readonly before: string;
  readonly after: string;
  /** The words were the first of the text, or its last. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function surroundingsOf({ before, after }: Anchor): Surroundings {
  return {
    before: new BareLetters(before).letters,
    after: new BareLetters(after).letters,
    isFirst: before.length < surroundingLetters,
    isLast: after.length < surroundingLetters,
  };
}

function weigh(letters: string, at: number, quote: string, around: Surroundings): Candidate {
  const end = at + quote.length;
  const { before, after, isFirst, isLast } = around;
  const alikeBefore = alikeBackwards(letters, at, before);
  const alikeAfter = alikeForwards(letters, end, after);
  const alike = alikeBefore + alikeAfter;
  const isAsItWas =
    alikeBefore === before.length &&
    alikeAfter === after.length &&
    (!isFirst || at === alikeBefore) &&
    (!isLast || end + alikeAfter === letters.length);
  return { at, alike, isSure: quote.length + alike >= enoughLetters || isAsItWas };
}

function alikeBackwards(letters: string, at: number, before: string): number {
  let count = 0;
  while (count < before.length && letters[at - 1 - count] === before[before.length - 1 - count]) count++;
  return count;
}

function alikeForwards(letters: string, at: number, after: string): number {
  let count = 0;
  while (count < after.length && letters[at + count] === after[count]) count++;
  return count;
}
