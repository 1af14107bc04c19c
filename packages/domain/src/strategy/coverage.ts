import type { BodyType } from "../plan/plan-form.ts";
import { type StrategyItemRecord, yearsWithTarget } from "./strategy-item.ts";

export type CoveredItem = Pick<
  StrategyItemRecord,
  "code" | "kind" | "parent" | "dueOn" | "startsOn" | "details"
>;

/** Whether an item has its term within the plan's years, or goes on through them without one. */
export const coverageTerms = ["DUE", "OPEN"] as const;
export type CoverageTerm = (typeof coverageTerms)[number];

export interface CoverageLine<Item extends CoveredItem> {
  readonly item: Item;
  readonly term: CoverageTerm;
  /** It is for bodies like this one only where something more is true of them, which its words say. */
  readonly isConditional: boolean;
  readonly isAddressed: boolean;
}

interface Question<Item extends CoveredItem> {
  /** Of one edition, in the order of its text. */
  readonly items: readonly Item[];
  readonly bodyType: BodyType;
  readonly firstYear: number;
  readonly lastYear: number;
  /** The codes that the plan's objectives name. */
  readonly named: ReadonlySet<string>;
}

/** The expected results and lines of action that a plan of this kind of body should have an objective for in its years. An
 *  item is addressed when an objective names it; an expected result also when one names a line of action that serves it,
 *  while naming a result says nothing about each of its lines. */
export function coverageOf<Item extends CoveredItem>(question: Question<Item>): CoverageLine<Item>[] {
  const { items, bodyType, firstYear, lastYear, named } = question;
  const linesFor = linesByResult(items);
  const isInYears = (year: number) => firstYear <= year && year <= lastYear;

  return items.flatMap((item): CoverageLine<Item>[] => {
    if (item.kind === "EXPECTED_RESULT") {
      const lines = linesFor.get(item.code) ?? [];
      if (!yearsWithTarget(item.details).some(isInYears)) return [];
      const ours = lines.filter((line) => isFor(line, bodyType));
      // All its lines are for others: regions, universities, the ministries.
      if (lines.length > 0 && ours.length === 0) return [];
      const isAddressed = named.has(item.code) || lines.some(({ code }) => named.has(code));
      const isConditional = ours.length > 0 && ours.every(({ details }) => details.isConditional === true);
      return [{ item, term: "DUE", isConditional, isAddressed }];
    }
    if (item.kind !== "ACTION_LINE" || !isFor(item, bodyType)) return [];
    const term = termOf(item, isInYears, lastYear);
    if (!term) return [];
    const isConditional = item.details.isConditional === true;
    return [{ item, term, isConditional, isAddressed: named.has(item.code) }];
  });
}

function isFor(line: CoveredItem, bodyType: BodyType): boolean {
  return line.details.bodies?.includes(bodyType) ?? false;
}

function termOf(
  { dueOn, startsOn }: CoveredItem,
  isInYears: (year: number) => boolean,
  lastYear: number,
): CoverageTerm | null {
  if (dueOn !== null) return isInYears(yearOf(dueOn)) ? "DUE" : null;
  // What has no term, or a beginning only, goes on.
  return startsOn === null || yearOf(startsOn) <= lastYear ? "OPEN" : null;
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

/** The lines of action of each expected result: those under it, and those elsewhere that say they serve it. */
export function linesByResult<Item extends CoveredItem>(items: readonly Item[]): Map<string, Item[]> {
  const lines = new Map<string, Item[]>();
  for (const item of items) {
    if (item.kind !== "ACTION_LINE") continue;
    const served = new Set([...(item.details.serves ?? []), ...(item.parent === null ? [] : [item.parent])]);
    for (const code of served) lines.set(code, [...(lines.get(code) ?? []), item]);
  }
  return lines;
}
