import { type CalendarItem, toBeginPath } from "../calendar/calendar-item.ts";
import { isOpenToChange, type State } from "../workflow/state.ts";

/** So many days before the deadline people are reminded, and once it has passed. */
const before = [30, 14, 7, 3, 1];
const justPassed = -1;

/** Of which reminder it is the time when so many days are left, or null. A node that was down for some days makes up for
 *  the last one that it has missed: the next is not far. */
export function reminderDue(daysLeft: number): number | null {
  if (daysLeft < 0) return daysLeft >= -7 ? justPassed : null;
  return before.findLast((days) => daysLeft <= days) ?? null;
}

/** Of what in a calendar people are reminded as its day comes near. A plan that was begun and a round of measuring have reminders of
 *  their own, for those who have to act next. */
export function isReminded({ kind, path }: Pick<CalendarItem, "kind" | "path">): boolean {
  if (kind === "PLAN") return path === toBeginPath;
  return kind !== "MONITORING";
}

/** Somebody still has to do something before a plan in this state is adopted. */
export function awaitsAdoption(state: State): boolean {
  return isOpenToChange(state) || state === "VALIDATED";
}
