import { rounds, standingOf } from "@upiao/domain";
import type { MeasuredObjectiveLineFragment } from "../../generated/graphql.ts";

type Objective = MeasuredObjectiveLineFragment;

/** The objectives that the grid shows: those whose indicators lack a value that is owed on this day, where only they are wanted;
 *  and so many indicators at most, for a page of ten thousand fields is slow for everybody. */
export function visibleObjectives(
  objectives: readonly Objective[],
  { year, today, owedOnly, most }: { year: number; today: string; owedOnly: boolean; most: number },
): { readonly shown: readonly Objective[]; readonly hidden: number } {
  const owed = rounds.filter((round) => standingOf({ year, round }, today) !== "NOT_YET");
  const wanted = owedOnly
    ? objectives.flatMap((objective) => {
        const indicators = objective.indicators.filter(({ values }) =>
          owed.some((round) => !values.some((value) => value.round === round)),
        );
        return indicators.length > 0 && objective.mayMeasure ? [{ ...objective, indicators }] : [];
      })
    : objectives;
  let left = most;
  const shown: Objective[] = [];
  for (const objective of wanted) {
    if (left <= 0) break;
    shown.push({ ...objective, indicators: objective.indicators.slice(0, left) });
    left -= Math.max(1, objective.indicators.length);
  }
  const count = (all: readonly Objective[]) => all.reduce((sum, one) => sum + one.indicators.length, 0);
  return { shown, hidden: count(wanted) - count(shown) };
}
