import { expect, it } from "vitest";
import type { MeasuredObjectiveLineFragment } from "../../generated/graphql.ts";
import { visibleObjectives } from "./visible-objectives.ts";

function objective(
  id: string,
  measured: readonly (readonly number[])[],
  mayMeasure = true,
): MeasuredObjectiveLineFragment {
  return {
    ...{ id, title: id, sectionId: "s", sectionTitle: "", shared: false, mayMeasure, state: "NOT_MEASURED" },
    indicators: measured.map((rounds, place) => ({
      ...{
        id: `${id}${place}`,
        name: "",
        unit: "NUMBER",
        direction: "UP",
        baseline: null,
        source: null,
        targets: [],
        state: "NOT_MEASURED",
      },
      values: rounds.map((round) => ({
        id: "",
        round,
        value: 1,
        note: null,
        evidence: null,
        at: "",
        byName: "",
        corrected: false,
      })),
    })),
  };
}
const all = [objective("a", [[1], [1, 2]]), objective("b", [[]]), objective("c", [[]], false)];
const ids = (today: string, owedOnly = true, most = 100) =>
  visibleObjectives(all, { year: 2026, today, owedOnly, most }).shown.flatMap(({ indicators }) =>
    indicators.map(({ id }) => id),
  );

it("what is to be measured is what a round lacks whose period is over, and what I may write", () => {
  expect(ids("2026-06-30")).toEqual([]);
  expect(ids("2026-07-15")).toEqual(["b0"]);
  expect(ids("2027-01-15")).toEqual(["a0", "b0"]);
  expect(ids("2027-01-15", false)).toEqual(["a0", "a1", "b0", "c0"]);
});

it("a long grid is shown in parts", () => {
  expect(ids("2027-01-15", false, 1)).toEqual(["a0"]);
  expect(visibleObjectives(all, { year: 2026, today: "2027-01-15", owedOnly: false, most: 3 }).hidden).toBe(
    1,
  );
});
