import type { Unit } from "../objective/indicator.ts";

/** How the values of several bodies become one figure. */
export const sumWays = ["SUM", "MEAN", "COUNT_YES"] as const;
export type SumWay = (typeof sumWays)[number];

/** Amounts add up. Shares and durations do not: twice 50 % is not 100 %, and two waits of ten days are not one of twenty; their
 *  mean is not weighted, since no body says of how many cases its own is. */
const ways: Readonly<Record<Unit, SumWay>> = {
  NUMBER: "SUM",
  EURO: "SUM",
  PERCENT: "MEAN",
  DAYS: "MEAN",
  HOURS: "MEAN",
  YES_NO: "COUNT_YES",
};

export function sumWayOf(unit: Unit): SumWay {
  return ways[unit];
}

/** What bodies read of one thing in one year, by how many and how many not. */
export interface Summed {
  readonly way: SumWay;
  /** Null: nobody has a value. */
  readonly value: number | null;
  readonly measured: number;
  readonly of: number;
}

/** Null is not measured, or «n.d.»: it is left out, and counted. */
export function sumOver(unit: Unit, values: readonly (number | null)[]): Summed {
  const known = values.filter((value) => value !== null);
  const counts = { measured: known.length, of: values.length };
  const way = sumWayOf(unit);
  if (known.length === 0) return { way, value: null, ...counts };
  if (way === "COUNT_YES") return { way, value: known.filter((value) => value > 0).length, ...counts };
  const sum = known.reduce((total, one) => total + one, 0);
  return { way, value: way === "SUM" ? sum : sum / known.length, ...counts };
}
