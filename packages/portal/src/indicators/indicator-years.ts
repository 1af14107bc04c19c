import type { IndicatorRecord } from "@upiao/document";
import type { Unit } from "@upiao/domain";
import type { Words } from "../words/index.ts";
import type { Reading } from "./read-objectives.ts";

/** What was expected of an indicator in a year, and what was read. Undefined: nothing was; null: «n.d.». */
export interface IndicatorYear {
  readonly year: number;
  readonly expected: number | undefined;
  readonly rounds: readonly [first: number | null | undefined, second: number | null | undefined];
  /** The later round stands, also where it says «n.d.». */
  readonly measured: number | null | undefined;
}

export function yearsOf(indicator: IndicatorRecord, readings: readonly Reading[]): IndicatorYear[] {
  const own = readings.filter(({ key }) => key === indicator.key);
  const years = new Set([...indicator.targets, ...own].map(({ year }) => year));
  return [...years].sort().map((year) => {
    const readIn = (round: number) => own.find((one) => one.year === year && one.round === round)?.value;
    const rounds = [readIn(1), readIn(2)] as const;
    return {
      year,
      expected: indicator.targets.find((target) => target.year === year)?.value,
      rounds,
      measured: rounds[1] === undefined ? rounds[0] : rounds[1],
    };
  });
}

/** A value as it is read: «37,5 %». */
export function sayValue(words: Words, unit: Unit, value: number | null | undefined): string {
  if (value === undefined) return words.none;
  if (value === null) return words.notAvailable;
  if (unit === "YES_NO") return value === 0 ? words.no : words.yes;
  const number = new Intl.NumberFormat(words.locale, { maximumFractionDigits: 4 }).format(value);
  return unit === "NUMBER" ? number : `${number} ${words.units[unit]}`;
}
