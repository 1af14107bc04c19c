import type { Direction } from "../objective/indicator.ts";
import type { MeasuredIndicator } from "../objective/objective-state.ts";

interface Reading {
  readonly round: number;
  readonly value: number | null;
}

/** An indicator in a year, from what was read of it: the later round stands, also where it says «n.d.». */
export function measuredInYear(
  indicator: { readonly direction: Direction; readonly baseline: number | null },
  target: number | null,
  readings: readonly Reading[],
  isYearOver: boolean,
): MeasuredIndicator {
  const [last] = [...readings].sort((one, other) => other.round - one.round);
  const { direction, baseline } = indicator;
  return { direction, baseline, target, value: last?.value ?? null, isYearOver };
}
