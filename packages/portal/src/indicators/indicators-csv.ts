import Papa from "papaparse";
import { bodyName } from "../plan/plan-names.ts";
import { inForce, type PublishedPlan } from "../plan/published-plan.ts";
import type { Words } from "../words/index.ts";
import { yearsOf } from "./indicator-years.ts";
import type { PublicObjective } from "./read-objectives.ts";

/** Expected and measured values as a spreadsheet in Italy opens them: semicolons between the values, since there the comma is in
 *  the numbers, and a byte order mark, without which Excel takes UTF-8 for something else. What begins as a formula is text. */
export function indicatorsCsv(
  plan: PublishedPlan,
  objectives: readonly PublicObjective[],
  words: Words,
): string {
  const { indicatorsPage: names, planPage } = words;
  const fields = [
    ...[words.searchPage.body, words.bodyPage.istat, words.bodyPage.years, planPage.version],
    ...[words.searchPage.part, planPage.objective, names.results, planPage.indicator, names.unit],
    ...[names.direction, names.baseline, names.year, names.expected, names.firstRound, names.secondRound],
    names.source,
  ];
  const common = [
    ...[bodyName(plan.body, words), plan.body.istatCode ?? "", words.years(plan.firstYear)],
    words.amendment(inForce(plan).amendment),
  ];
  const say = (value: number | null | undefined) => {
    if (value === undefined) return "";
    return value === null ? words.notAvailable : value.toLocaleString(words.locale, plainNumber);
  };
  const data = objectives.flatMap(({ number, record, readings }) =>
    record.indicators.flatMap((indicator) =>
      yearsOf(indicator, readings).map(({ year, expected, rounds: [first, second] }) => [
        ...[...common, number, record.title, record.items.join(" "), indicator.name],
        ...[words.units[indicator.unit], words.directions[indicator.direction]],
        ...[say(indicator.baseline ?? undefined), year, say(expected), say(first), say(second)],
        indicator.source ?? "",
      ]),
    ),
  );
  const options = { delimiter: ";", newline: "\r\n", escapeFormulae: true };
  return `\uFEFF${Papa.unparse({ fields, data }, options)}\r\n`;
}

const plainNumber = { maximumFractionDigits: 10, useGrouping: false };
