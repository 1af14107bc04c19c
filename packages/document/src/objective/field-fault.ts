import { type FieldFaultKind, readNumber } from "@upiao/domain";
import {
  codesIn,
  directionOf,
  fieldText,
  type IndicatorField,
  longestField,
  measurerOf,
  type ObjectiveField,
  unitOf,
} from "./objective-fields.ts";

/** What is wrong with a field. It says so to who fills it in, and nothing else: the text takes everything, and the record what
 *  can be understood. */
export type FaultKind = FieldFaultKind;

/** Null when nothing is wrong, or nothing is there that need not be. `known`: the codes that there are, where a list of them is
 *  at hand. */
export function faultOfField(
  field: ObjectiveField | IndicatorField,
  attributes: Readonly<Record<string, unknown>>,
  known: { has(code: string): boolean } | null = null,
): FaultKind | null {
  const text = fieldText(attributes, field);
  switch (field) {
    case "unit":
      return unitOf(attributes) ? null : text === "" ? "MISSING" : "UNKNOWN_UNIT";
    case "direction":
      return directionOf(attributes) ? null : text === "" ? "MISSING" : "UNKNOWN_DIRECTION";
    case "measuredBy":
      return measurerOf(attributes) ? null : "UNKNOWN_MEASURER";
    case "baseline":
    case "target1":
    case "target2":
    case "target3": {
      const number = text === "" ? 0 : readNumber(text, unitOf(attributes));
      return typeof number === "number" ? null : number;
    }
    case "items":
    case "service":
    case "call":
      if (text.length > longestField) return "TOO_LONG";
      return known === null || codesIn(attributes, field).every((code) => known.has(code))
        ? null
        : "UNKNOWN_CODE";
    default:
      return text.length > longestField ? "TOO_LONG" : null;
  }
}
