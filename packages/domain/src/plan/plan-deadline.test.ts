import { expect, it } from "vitest";
import { daysUntil, planDeadline } from "./plan-deadline.ts";

it("[PL5] a plan is due on 31 January, or 30 days after the budget's own term where that was put off", () => {
  expect(planDeadline({ firstYear: 2026, budgetDeadline: null })).toBe("2026-01-31");
  expect(planDeadline({ firstYear: 2026, budgetDeadline: "2026-02-28" })).toBe("2026-03-30");
  expect(planDeadline({ firstYear: 2028, budgetDeadline: "2028-01-31" })).toBe("2028-03-01");
});

it("[PL5] days are counted by the calendar, whatever happens to the clock in between", () => {
  expect(daysUntil("2026-01-31", "2025-11-25")).toBe(67);
  expect(daysUntil("2026-03-30", "2026-03-28")).toBe(2);
  expect(daysUntil("2026-01-31", "2026-02-01")).toBe(-1);
});
