import type { Body } from "@upiao/db";
import { heatOf } from "@upiao/domain";
import type { CountedBody } from "./find-counted.ts";
import type { BodyFigures, PlanSize } from "./read-figures.ts";
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
  size: PlanSize,
  year: number,
): TerritoryRow {
  const ofYear = figures.find((one) => one.year === year);
  const progress = ofYear?.progress ?? null;
  return {
    body,
    planId: plan?.id ?? null,
    planFirstYear: plan?.firstYear ?? null,
    planState: plan?.state ?? null,
    objectives: countsOf(ofYear, size.objectives),
    indicators: size.indicators,
    measured: ofYear?.measured ?? 0,
    notAvailable: ofYear?.notAvailable ?? 0,
    progress,
    heat: heatOf(progress),
    trend: trendYears(year).map((one): YearProgress => {
      const found = figures.find((figure) => figure.year === one);
      return { year: one, progress: found?.progress ?? null, measured: found?.measured ?? 0 };
    }),
  };
}

function countsOf(figures: BodyFigures | undefined, all: number): ObjectiveCounts {
  const { onTrack, late, missed } = figures ?? { onTrack: 0, late: 0, missed: 0 };
  return { onTrack, late, missed, notMeasured: all - onTrack - late - missed };
}
