/** The states of a section and of a plan, in the order of their life. */
export const states = [
  "DRAFT",
  "SUBMITTED",
  "CHANGES_REQUESTED",
  "VALIDATED",
  "ADOPTED",
  "PUBLISHED",
] as const;
export type State = (typeof states)[number];

/** The text may still change: from the validation on it is what was validated. */
export function isOpenToChange(state: State): boolean {
  return state === "DRAFT" || state === "SUBMITTED" || state === "CHANGES_REQUESTED";
}

/** The body has handed the draft to its reviewer: before, nobody outside the body sees it. */
export function isHandedIn(state: State): boolean {
  return state !== "DRAFT";
}

/** Adopted by an act, and so the body's for good. */
export function isAdopted(state: State): boolean {
  return state === "ADOPTED" || state === "PUBLISHED";
}
