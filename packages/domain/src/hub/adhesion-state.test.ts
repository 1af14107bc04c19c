import { expect, it } from "vitest";
import { adhesionStateOn, countingDay } from "./adhesion-state.ts";

it("[TE6] an adhesion is in force from its first to its last day, and a request is none", () => {
  const term = { fromDay: "2026-03-01", untilDay: "2026-09-30" };
  const states = ["2026-02-28", "2026-03-01", "2026-09-30", "2026-10-01"].map((day) =>
    adhesionStateOn(term, day),
  );
  expect(states).toEqual(["COMING", "IN_FORCE", "IN_FORCE", "ENDED"]);
  expect(adhesionStateOn({ ...term, untilDay: null }, "2099-01-01")).toBe("IN_FORCE");
  expect(adhesionStateOn({ fromDay: null, untilDay: null }, "2026-05-01")).toBe("REQUESTED");
});

it("[TE6] adhesions of a year are counted on its last day, of the year that is not over today", () => {
  expect(countingDay(2025, "2026-11-26")).toBe("2025-12-31");
  expect(countingDay(2026, "2026-11-26")).toBe("2026-11-26");
});
