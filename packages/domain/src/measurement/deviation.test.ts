import { expect, it } from "vitest";
import { deviationOf, isAdverse } from "./deviation.ts";

it.each([
  ["PERCENT", 40, 36, -4],
  ["PERCENT", 70.1, 70.3, 0.2],
  ["DAYS", 40, 43, 3],
  ["NUMBER", 0, 0, 0],
  ["NUMBER", null, 3, null],
  ["NUMBER", 3, null, null],
  ["YES_NO", 1, 0, null],
] as const)(
  "[ME9] in %s what was expected to be %o and is %o deviates by %o",
  (unit, target, value, expected) => {
    expect(deviationOf(unit, target, value)).toBe(expected);
  },
);

it("[ME9] a deviation is adverse on the side that the indicator should leave", () => {
  expect([isAdverse("UP", -4), isAdverse("UP", 4), isAdverse("UP", 0)]).toEqual([true, false, false]);
  expect([isAdverse("DOWN", -4), isAdverse("DOWN", 4), isAdverse("DOWN", 0)]).toEqual([false, true, false]);
});
