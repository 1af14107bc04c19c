import type { Body } from "@upiao/db";
import { heatOf } from "@upiao/domain";
import type { CountedBody } from "./find-counted.ts";
import type { BodyFigures } from "./read-figures.ts";
import type { ObjectiveCounts, TerritoryRow, YearProgress } from "./territory-overview.ts";

/** The last year of a trend and the two before it. */
export function trendYears(year: number): number[] {
  return [year - 2, year - 1, year];
}

/** The line of a body, from what of it counts and what that says of each year. */
export function rowOf(
  body: Body,
  { plan }: CountedBody,
  figures: readonly BodyFigures[],
  { year, isOver }: { readonly year: number; readonly isOver: boolean },
): TerritoryRow {
  const ofYear = figures.find((one) => one.year === year);
  const { indicators = 0, measured = 0, notAvailable = 0, progress = null } = ofYear ?? {};
  return {
    ...{ body, indicators, measured, notAvailable, progress, heat: heatOf(progress) },
    planId: plan?.id ?? null,
    planFirstYear: plan?.firstYear ?? null,
    planState: plan?.state ?? null,
    objectives: countsOf(ofYear, isOver),
    trend: trendYears(year).map((one): YearProgress => {
      const found = figures.find((figure) => figure.year === one);
      return { year: one, progress: found?.progress ?? null, measured: found?.measured ?? 0 };
    }),
  };
}

/** Once the year is over, what has not reached its target is missed: `stateOfObjective` of the domain. */
function countsOf(figures: BodyFigures | undefined, isYearOver: boolean): ObjectiveCounts {
  if (!figures) return { onTrack: 0, late: 0, missed: 0, notMeasured: 0 };
  const { objectives, reached, halfway, behind } = figures;
  const notMeasured = objectives - reached - halfway - behind;
  return isYearOver
    ? { onTrack: reached, late: 0, missed: halfway + behind, notMeasured }
    : { onTrack: reached + halfway, late: behind, missed: 0, notMeasured };
}
