import { expect, it } from "vitest";
import { isYearBegun, isYearOver, lastRoundBefore, roundDeadline, standingOf } from "./round-deadline.ts";

const first = { year: 2026, round: 1 } as const;
const second = { year: 2026, round: 2 } as const;

it("[ME5] the first round is due by 31 July, the second by 31 January after the year", () => {
  expect(roundDeadline(first)).toBe("2026-07-31");
  expect(roundDeadline(second)).toBe("2027-01-31");
});

it.each([
  ["2026-06-30", "NOT_YET", "NOT_YET"],
  ["2026-07-01", "OWED", "NOT_YET"],
  ["2026-07-31", "OWED", "NOT_YET"],
  ["2026-08-01", "OVERDUE", "NOT_YET"],
  ["2026-12-31", "OVERDUE", "NOT_YET"],
  ["2027-01-01", "OVERDUE", "OWED"],
  ["2027-01-31", "OVERDUE", "OWED"],
  ["2027-02-01", "OVERDUE", "OVERDUE"],
])("[ME5] on %s the rounds of 2026 stand so: %s, %s", (day, one, other) => {
  expect(standingOf(first, day)).toBe(one);
  expect(standingOf(second, day)).toBe(other);
});

it("[ME5] reminders are of the round whose period ended last", () => {
  expect(lastRoundBefore("2026-07-01")).toEqual(first);
  expect(lastRoundBefore("2026-12-31")).toEqual(first);
  expect(lastRoundBefore("2027-01-01")).toEqual(second);
  expect(lastRoundBefore("2027-06-30")).toEqual(second);
});

it("a year is over when its last reading is due", () => {
  expect(isYearOver(2026, "2027-01-31")).toBe(false);
  expect(isYearOver(2026, "2027-02-01")).toBe(true);
});

it("[ME10] a year is measured from its first day on, also before a reading's own period is over", () => {
  expect(isYearBegun(2027, "2026-12-31")).toBe(false);
  expect(isYearBegun(2027, "2027-01-01")).toBe(true);
  expect(isYearBegun(2027, "2031-05-02")).toBe(true);
});
