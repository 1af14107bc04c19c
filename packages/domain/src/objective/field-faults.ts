import { numberFaults } from "./read-number.ts";

/** What can be wrong with a field of an objective or of an indicator, in the text of a plan. */
export const fieldFaults = [
  ...numberFaults,
  "MISSING",
  "TOO_LONG",
  "UNKNOWN_UNIT",
  "UNKNOWN_DIRECTION",
  "UNKNOWN_MEASURER",
  "UNKNOWN_CODE",
  "BAD_KEY",
  "COPIED_KEY",
] as const;
export type FieldFaultKind = (typeof fieldFaults)[number];
