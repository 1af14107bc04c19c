import type { Direction, Unit } from "../objective/indicator.ts";

/** By how much a value is above what was expected, or below it. Null: one of them is not known, or they are no amounts. */
export function deviationOf(unit: Unit, target: number | null, value: number | null): number | null {
  if (unit === "YES_NO" || target === null || value === null) return null;
  // 70,3 less 70,1 is 0,2, whatever doubles make of it.
  return Number((value - target).toFixed(10));
}

/** Whether it is on the wrong side: a waiting time may fall short of what was expected. */
export function isAdverse(direction: Direction, deviation: number): boolean {
  return direction === "UP" ? deviation < 0 : deviation > 0;
}
