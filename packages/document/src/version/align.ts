import { diffArrays } from "diff";

/** The places of what belongs together in two sequences; null where one has no counterpart. In the order in which they
 *  are read, what went before what came. */
export type Pair =
  | readonly [before: number, after: null]
  | readonly [null, number]
  | readonly [number, number];

/** What differs more than this is not the same thing changed, but another one. */
const leastSimilar = 0.4;
/** To compare each with each takes the product of their numbers: beyond this a change of the whole text is looked at near
 *  its own place only. */
const mostComparisons = 40_000;
/** Two long texts with nothing in common would take the square of their length; then all of it is another one. */
const mostEdits = 4_000;

export interface Sequence {
  readonly length: number;
  /** Equal for two that are the same. */
  keyAt(index: number): string;
}

/** Which members of two sequences are the same, and which of the others are so similar that one became the other. What
 *  has changed its place is one that went and one that came. */
export function align(
  before: Sequence,
  after: Sequence,
  similarity: (before: number, after: number) => number,
): Pair[] {
  const pairs: Pair[] = [];
  let gap: Gap = { before: [], after: [] };
  const closeGap = () => {
    pairs.push(...alignGap(gap, similarity));
    gap = { before: [], after: [] };
  };
  for (const [from, to] of diffPlaces(keysOf(before), keysOf(after))) {
    if (from === null) gap.after.push(to);
    else if (to === null) gap.before.push(from);
    else {
      closeGap();
      pairs.push([from, to]);
    }
  }
  closeGap();
  return pairs;
}

/** Which members of two lists are the same, place by place. */
export function diffPlaces(before: readonly string[], after: readonly string[]): Pair[] {
  const changes = diffArrays([...before], [...after], { maxEditLength: mostEdits }) ?? [
    { count: before.length, removed: true, added: false },
    { count: after.length, removed: false, added: true },
  ];
  const pairs: Pair[] = [];
  let [from, to] = [0, 0];
  for (const { count, added, removed } of changes) {
    for (let index = 0; index < count; index++) {
      if (added) pairs.push([null, to++]);
      else if (removed) pairs.push([from++, null]);
      else pairs.push([from++, to++]);
    }
  }
  return pairs;
}

interface Gap {
  readonly before: number[];
  readonly after: number[];
}

/** The pairs, none of which crosses another, that are together the most similar. */
function alignGap({ before, after }: Gap, similarity: (before: number, after: number) => number): Pair[] {
  const [rows, columns] = [before.length, after.length];
  if (rows === 0 || columns === 0) return [...went(before), ...came(after)];
  const reach = Math.max(8, Math.floor(mostComparisons / Math.max(rows, columns)));
  // The sum of what pairs from here on are worth, and whether this one is among them.
  const sums = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1));
  const isPair = Array.from({ length: rows }, () => new Uint8Array(columns));
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const without = Math.max(sums[row + 1]![column]!, sums[row]![column + 1]!);
      const isNear = Math.abs(row / rows - column / columns) * Math.max(rows, columns) <= reach;
      const worth = isNear ? similarity(before[row]!, after[column]!) : 0;
      const taken = worth >= leastSimilar ? worth + sums[row + 1]![column + 1]! : 0;
      isPair[row]![column] = taken > without ? 1 : 0;
      sums[row]![column] = Math.max(without, taken);
    }
  }
  const pairs: Pair[] = [];
  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    if (isPair[row]![column]) pairs.push([before[row++]!, after[column++]!]);
    else if (sums[row + 1]![column]! >= sums[row]![column + 1]!) pairs.push([before[row++]!, null]);
    else pairs.push([null, after[column++]!]);
  }
  return [...pairs, ...went(before.slice(row)), ...came(after.slice(column))];
}

function keysOf(sequence: Sequence): string[] {
  return Array.from({ length: sequence.length }, (_, index) => sequence.keyAt(index));
}

const went = (places: readonly number[]): Pair[] => places.map((place) => [place, null]);
const came = (places: readonly number[]): Pair[] => places.map((place) => [null, place]);
