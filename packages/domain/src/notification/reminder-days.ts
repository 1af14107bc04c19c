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

/** Somebody still has to do something before a plan in this state is adopted. */
export function awaitsAdoption(state: State): boolean {
  return isOpenToChange(state) || state === "VALIDATED";
}
