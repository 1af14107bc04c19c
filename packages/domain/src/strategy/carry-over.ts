import { searchName } from "../body/search-name.ts";
import type { StrategyItemRecord } from "./strategy-item.ts";

export type CarriedItem = Pick<
  StrategyItemRecord,
  "code" | "kind" | "title" | "dueOn" | "startsOn" | "details"
>;

/** What a new edition has made of an item that a plan's objective names. */
export const carryOverChanges = ["MISSING", "RENUMBERED", "RETITLED", "REDATED"] as const;
export type CarryOverChange = (typeof carryOverChanges)[number];

export interface CarryOver<Item extends CarriedItem> {
  readonly code: string;
  readonly change: CarryOverChange;
  /** What the edition of the plan has; null for a code that it does not have either. */
  readonly from: Item | null;
  /** What the objective could name instead; null when nothing is like it. */
  readonly proposal: Item | null;
}

/** Two titles that share less than this are about different things. */
const alike = 0.5;

/** Which of these codes are not the same in the new edition, and what each could become: the item of the same code, unless
 *  that is now about something else, or the one of its kind whose title is most like the old one. */
export function carryOver<Item extends CarriedItem>(
  codes: readonly string[],
  from: readonly Item[],
  to: readonly Item[],
): CarryOver<Item>[] {
  const [before, after] = [byCode(from), byCode(to)];
  return [...new Set(codes)].flatMap((code): CarryOver<Item>[] => {
    const [old, same] = [before.get(code) ?? null, after.get(code) ?? null];
    if (!old) return same ? [] : [{ code, change: "MISSING", from: null, proposal: null }];
    if (same && isAboutTheSame(old, same)) {
      const change = changeOf(old, same);
      return change ? [{ code, change, from: old, proposal: same }] : [];
    }
    return [{ code, change: same ? "RENUMBERED" : "MISSING", from: old, proposal: mostAlike(old, to) }];
  });
}

/** What items of an edition are in another, by their codes, as far as nobody has to decide it: the item of the same code that is still
 *  about the same, or the one of its kind that has the very same title. What is only like it is left out. */
export function sameItems(
  from: readonly Pick<CarriedItem, "code" | "kind" | "title">[],
  to: readonly Pick<CarriedItem, "code" | "kind" | "title">[],
): Map<string, string> {
  const codes = new Map(to.map((item) => [item.code, item]));
  const titles = new Map<string, string[]>();
  for (const item of to) titles.set(titleKey(item), [...(titles.get(titleKey(item)) ?? []), item.code]);
  return new Map(
    from.flatMap((old): [string, string][] => {
      const same = codes.get(old.code);
      if (same && isAboutTheSame(old, same)) return [[old.code, same.code]];
      const [alone, another] = titles.get(titleKey(old)) ?? [];
      return alone !== undefined && another === undefined ? [[old.code, alone]] : [];
    }),
  );
}

function titleKey({ kind, title }: Pick<CarriedItem, "kind" | "title">): string {
  return `${kind} ${searchName(title)}`;
}

function isAboutTheSame(
  old: Pick<CarriedItem, "kind" | "title">,
  same: Pick<CarriedItem, "kind" | "title">,
): boolean {
  return same.kind === old.kind && likeness(old.title, same.title) >= alike;
}

function changeOf(old: CarriedItem, same: CarriedItem): CarryOverChange | null {
  if (searchName(old.title) !== searchName(same.title)) return "RETITLED";
  return termsOf(old) === termsOf(same) ? null : "REDATED";
}

function termsOf({ dueOn, startsOn, details }: CarriedItem): string {
  // In the order of the years, whatever order they were written in.
  return JSON.stringify([dueOn, startsOn, Object.entries(details.targets ?? {}).sort()]);
}

function mostAlike<Item extends CarriedItem>(old: CarriedItem, items: readonly Item[]): Item | null {
  let [best, bestLikeness]: [Item | null, number] = [null, 0];
  for (const item of items) {
    if (item.kind !== old.kind) continue;
    const found = likeness(old.title, item.title);
    if (found > bestLikeness) [best, bestLikeness] = [item, found];
  }
  return bestLikeness >= alike ? best : null;
}

/** From 0 to 1: how much of two titles is the same words (Dice). Articles and prepositions say nothing. */
export function likeness(one: string, other: string): number {
  const [ones, others] = [wordsOf(one), wordsOf(other)];
  const both = [...ones].filter((word) => others.has(word)).length;
  return ones.size + others.size === 0 ? 0 : (2 * both) / (ones.size + others.size);
}

function wordsOf(title: string): Set<string> {
  const words = searchName(title).split(" ");
  return new Set(words.filter((word) => word.length > 3 || /\d/.test(word)));
}

function byCode<Item extends CarriedItem>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [item.code, item]));
}
