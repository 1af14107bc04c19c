import { expect, it } from "vitest";
import { calendarKinds, toBeginPath } from "../calendar/calendar-item.ts";
import { states } from "../workflow/state.ts";
import { awaitsAdoption, isReminded, reminderDue } from "./reminder-days.ts";

it.each([
  [31, null],
  [30, 30],
  [29, 30],
  [14, 14],
  [8, 14],
  [7, 7],
  [3, 3],
  [2, 3],
  [1, 1],
  [0, 1],
  [-1, -1],
  [-7, -1],
  [-8, null],
])("[PL6] with %i days left it is the time of the reminder of %s", (left, due) => {
  expect(reminderDue(left)).toBe(due);
});

it("[PL6] of what is adopted nobody is reminded", () => {
  expect(states.filter(awaitsAdoption)).toEqual(["DRAFT", "SUBMITTED", "CHANGES_REQUESTED", "VALIDATED"]);
});

it("[CA5] of a calendar people are reminded, but of what has a reminder of its own", () => {
  const reminded = calendarKinds.filter((kind) => isReminded({ kind, path: "/piani/1" }));
  expect(calendarKinds.filter((kind) => !reminded.includes(kind))).toEqual(["PLAN", "MONITORING"]);
  expect(isReminded({ kind: "PLAN", path: toBeginPath })).toBe(true);
});
