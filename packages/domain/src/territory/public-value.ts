import { type MeasuredIndicator, progressOf } from "../objective/objective-state.ts";
import { type Heat, heatOf, heats } from "./heat.ts";

/** The progress of an indicator as means count it: 0 to 1. Ten times the target of one indicator does not make up for nine others
 *  that stand still, and what has gone back counts as not begun. A falling time and a rising share are both on their way. */
export function countedProgress(indicator: MeasuredIndicator): number | null {
  const progress = progressOf(indicator);
  return progress === null ? null : Math.min(1, Math.max(0, progress));
}

/** Towards what a year counts: its own target or, where it has none, the next one that was set. */
export function targetTowards(
  year: number,
  targets: readonly { readonly year: number; readonly value: number }[],
): number | null {
  const ahead = targets.filter((target) => target.year >= year).sort((one, other) => one.year - other.year);
  return ahead[0]?.value ?? null;
}

/** A mean, and over how many of how many. */
export interface Mean {
  /** Null: of none. */
  readonly value: number | null;
  readonly measured: number;
  readonly of: number;
}

/** The mean of those that have a value; those that have none are left out, and counted. */
export function meanOf(values: readonly (number | null)[]): Mean {
  const known = values.filter((value) => value !== null);
  const value = known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0) / known.length;
  return { value, measured: known.length, of: values.length };
}

/** How many bodies stand in each class, those with no measurement first. */
export function distributionOf(
  progresses: readonly (number | null)[],
): readonly { readonly heat: Heat; readonly count: number }[] {
  const found = progresses.map(heatOf);
  return heats.map((heat) => ({ heat, count: found.filter((one) => one === heat).length }));
}
