import type { Direction } from "./indicator.ts";

/** How an objective stands. */
export const objectiveStates = ["ON_TRACK", "LATE", "MISSED", "NOT_MEASURED"] as const;
export type ObjectiveState = (typeof objectiveStates)[number];

/** An indicator in one year, as far as it decides how its objective stands. */
export interface MeasuredIndicator {
  readonly direction: Direction;
  /** Null: none was set. */
  readonly baseline: number | null;
  readonly target: number | null;
  /** The latest value of the year; null: not measured, or «n.d.». */
  readonly value: number | null;
  /** The year is over: what is not reached by now is missed. */
  readonly isYearOver: boolean;
}

/** How far an indicator has come from its baseline to its target: 0 at the baseline, 1 from the target on; without a baseline, the
 *  share of the target. Null when it cannot be told. */
export function progressOf({ direction, baseline, target, value }: MeasuredIndicator): number | null {
  if (value === null || target === null) return null;
  if (isReached({ direction, target, value })) return 1;
  if (baseline !== null && baseline !== target) return (value - baseline) / (target - baseline);
  if (direction === "DOWN") return value === 0 ? null : target / value;
  return target === 0 ? null : value / target;
}

export function isReached(reading: {
  readonly direction: Direction;
  readonly target: number;
  readonly value: number;
}): boolean {
  const { direction, target, value } = reading;
  return direction === "UP" ? value >= target : value <= target;
}

/** Below this share of the way an objective is late while the year goes on. */
export const onTrackFrom = 0.5;

/** As its worst indicator stands. One without a target or a value says nothing; when all say nothing the objective is
 *  NOT_MEASURED. */
export function stateOfObjective(indicators: readonly MeasuredIndicator[]): ObjectiveState {
  const states = indicators.map(stateOfIndicator);
  const fromTheWorst = ["MISSED", "LATE", "ON_TRACK"] as const;
  return fromTheWorst.find((state) => states.includes(state)) ?? "NOT_MEASURED";
}

/** MISSED when the year is over and the target was not reached; LATE when less than half of the way is done; else ON_TRACK. */
export function stateOfIndicator(indicator: MeasuredIndicator): ObjectiveState {
  const progress = progressOf(indicator);
  if (progress === null) return "NOT_MEASURED";
  if (progress >= 1) return "ON_TRACK";
  if (indicator.isYearOver) return "MISSED";
  return progress >= onTrackFrom ? "ON_TRACK" : "LATE";
}
