import type { Unit } from "./indicator.ts";

/** Why something that was typed is no number. */
export const numberFaults = ["NOT_A_NUMBER", "AMBIGUOUS_NUMBER", "NOT_YES_OR_NO"] as const;
export type NumberFault = (typeof numberFaults)[number];

/** More digits than any budget has would not be kept by a double. */
const plain = /^[+-]?\d{1,13}(?:[.,]\d{1,6})?$/;
const grouped = /^[+-]?\d{1,3}(?:(?:\.\d{3})+,\d{1,6}|(?:\.\d{3}){2,4})$/;
const oneGroup = /^[+-]?[1-9]\d{0,2}\.\d{3}$/;

/** A number as people in Italy type it, with a comma or a point: "12,5", "12.5", "1.250.000", "1.250,5". "1.250" is neither
 *  read as 1250 nor as 1.25: a thousandfold error would go unnoticed. */
export function readNumber(typed: string, unit: Unit | null): number | NumberFault {
  const text = typed.trim().replaceAll(/\s/g, "");
  if (unit === "YES_NO") return readYesOrNo(text);
  const digits = text.replace(unit === "PERCENT" ? /%$/ : unit === "EURO" ? /^€|€$/ : /$^/, "");
  if (oneGroup.test(digits)) return "AMBIGUOUS_NUMBER";
  if (grouped.test(digits)) return Number(digits.replaceAll(".", "").replace(",", "."));
  return plain.test(digits) ? Number(digits.replace(",", ".")) : "NOT_A_NUMBER";
}

function readYesOrNo(text: string): number | NumberFault {
  if (/^(?:1|s[iì]|yes)$/i.test(text)) return 1;
  return /^(?:0|no)$/i.test(text) ? 0 : "NOT_YES_OR_NO";
}
