import { describe, expect, it } from "vitest";
import { type MeasuredIndicator, progressOf, stateOfIndicator, stateOfObjective } from "./objective-state.ts";

const indicator = (parts: Partial<MeasuredIndicator>): MeasuredIndicator => ({
  direction: "UP",
  baseline: 40,
  target: 80,
  value: 60,
  isYearOver: false,
  ...parts,
});

describe("[OB1] how an objective stands", () => {
  it.each([
    [{ value: 80 }, 1, "ON_TRACK"],
    [{ value: 95 }, 1, "ON_TRACK"],
    [{ value: 60 }, 0.5, "ON_TRACK"],
    [{ value: 59 }, 0.475, "LATE"],
    [{ value: 79, isYearOver: true }, 0.975, "MISSED"],
    [{ value: 30 }, -0.25, "LATE"],
    [{ value: null }, null, "NOT_MEASURED"],
    [{ value: null, isYearOver: true }, null, "NOT_MEASURED"],
    [{ target: null }, null, "NOT_MEASURED"],
    [{ baseline: null, value: 20 }, 0.25, "LATE"],
    [{ baseline: null, value: 0, target: 0 }, 1, "ON_TRACK"],
    [{ direction: "DOWN", baseline: 30, target: 10, value: 10 }, 1, "ON_TRACK"],
    [{ direction: "DOWN", baseline: 30, target: 10, value: 20 }, 0.5, "ON_TRACK"],
    [{ direction: "DOWN", baseline: 30, target: 10, value: 25 }, 0.25, "LATE"],
    [{ direction: "DOWN", baseline: null, target: 10, value: 40 }, 0.25, "LATE"],
    [{ direction: "DOWN", baseline: 30, target: 10, value: 12, isYearOver: true }, 0.9, "MISSED"],
    [{ baseline: 80, value: 40 }, 0.5, "ON_TRACK"],
  ] as const)("%o: %s of the way, %s", (parts, progress, state) => {
    expect(progressOf(indicator(parts))).toBe(progress);
    expect(stateOfIndicator(indicator(parts))).toBe(state);
  });

  it("is as its worst indicator says, and unmeasured ones say nothing", () => {
    const [done, late, missed, unknown] = [
      indicator({ value: 80 }),
      indicator({ value: 41 }),
      indicator({ value: 60, isYearOver: true }),
      indicator({ value: null }),
    ];
    expect(stateOfObjective([done, unknown])).toBe("ON_TRACK");
    expect(stateOfObjective([done, late, unknown])).toBe("LATE");
    expect(stateOfObjective([missed, late, done])).toBe("MISSED");
    expect(stateOfObjective([unknown])).toBe("NOT_MEASURED");
    expect(stateOfObjective([])).toBe("NOT_MEASURED");
  });
});
