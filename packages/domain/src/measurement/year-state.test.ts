import { expect, it } from "vitest";
import { stateOfIndicator } from "../objective/objective-state.ts";
import { measuredInYear } from "./year-state.ts";

const indicator = { direction: "UP", baseline: 0 } as const;
const stateOf = (...readings: { round: number; value: number | null }[]) =>
  stateOfIndicator(measuredInYear(indicator, 10, readings, true));

it("[ME6] the second round stands over the first, whatever it says", () => {
  expect(stateOf({ round: 1, value: 2 })).toBe("MISSED");
  expect(stateOf({ round: 2, value: 10 }, { round: 1, value: 2 })).toBe("ON_TRACK");
  expect(stateOf({ round: 1, value: 10 }, { round: 2, value: null })).toBe("NOT_MEASURED");
  expect(stateOf()).toBe("NOT_MEASURED");
});
