import { searchName } from "../body/search-name.ts";

/** A line of the plan to which a heading of a file may belong. */
export interface PlanPlace {
  readonly number: string;
  readonly title: string;
}

/** Of the words of two titles, how many they have in common: from there on they are taken for the same. */
const alike = 0.6;
/** With the same number less is enough; a number alone is not: «1. Premessa» begins many documents. */
const alikeWithNumber = 0.25;

/** Where a heading of a file belongs, by its number and its words; null where nothing comes near. */
export function guessPlace<P extends PlanPlace>(heading: string, places: readonly P[]): P | null {
  let best: { place: P; score: number } | null = null;
  for (const place of places) {
    const score = scoreOf(heading, place);
    if (score > (best?.score ?? 0)) best = { place, score };
  }
  return best?.place ?? null;
}

/** Whether a heading says what the place is called: then it need not be said again. */
export function isTitleOf(heading: string, { title }: PlanPlace): boolean {
  return similarity(heading, title) >= alike;
}

function scoreOf(heading: string, { number, title }: PlanPlace): number {
  const words = similarity(heading, title);
  const sameNumber = numberOf(heading) === number;
  return words >= (sameNumber ? alikeWithNumber : alike) ? words + (sameNumber ? 1 : 0) : 0;
}

/** «2.1», «Sezione 2.1 –», «SOTTOSEZIONE 2.1:». */
function numberOf(heading: string): string | null {
  return (
    /^\s*(?:(?:sotto)?sezione|parte|capitolo)?\s*(\d+(?:\.\d+)?)\.?(?=[\s.:)–-]|$)/i.exec(heading)?.[1] ??
    null
  );
}

function similarity(one: string, other: string): number {
  const [words, others] = [wordsOf(one), wordsOf(other)];
  if (words.size === 0 || others.size === 0) return 0;
  const common = [...words].filter((word) => others.has(word)).length;
  return (2 * common) / (words.size + others.size);
}

/** Without numbers, and without the small words that all titles have. */
function wordsOf(title: string): Set<string> {
  const words = searchName(title).split(" ");
  return new Set(words.filter((word) => word.length > 3 && !/\d/.test(word) && !heads.has(word)));
}

const heads = new Set(["sezione", "sottosezione", "parte", "capitolo", "della", "delle", "dell", "degli"]);
