import { expect, it } from "vitest";
import { dayInItaly, lastDigestTime } from "./digest-time.ts";

it.each([
  ["in winter", "2026-01-15T06:30:00Z", "2026-01-15T06:30:00Z"],
  ["in winter, a minute too early", "2026-01-15T06:29:00Z", "2026-01-14T06:30:00Z"],
  ["in summer", "2026-07-15T05:30:00Z", "2026-07-15T05:30:00Z"],
  ["in summer, an hour later", "2026-07-15T06:30:00Z", "2026-07-15T05:30:00Z"],
  ["in the evening, when it is tomorrow in Italy", "2026-07-15T22:30:00Z", "2026-07-15T05:30:00Z"],
  ["on the morning when the clocks go on", "2026-03-29T05:30:00Z", "2026-03-29T05:30:00Z"],
  ["on the morning when they go back", "2026-10-25T06:30:00Z", "2026-10-25T06:30:00Z"],
  ["between the two", "2026-10-25T05:31:00Z", "2026-10-24T05:30:00Z"],
])("the digest is of half past seven in Italy: %s", (_when, at, time) => {
  expect(lastDigestTime(new Date(at)).toISOString()).toBe(new Date(time).toISOString());
});

it("a day begins at midnight in Italy", () => {
  expect(dayInItaly(new Date("2026-01-30T23:00:00Z"))).toBe("2026-01-31");
  expect(dayInItaly(new Date("2026-01-30T22:59:00Z"))).toBe("2026-01-30");
});
