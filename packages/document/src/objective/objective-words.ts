import type { Direction, Measurer, Unit } from "@upiao/domain";
import {
  directionOf,
  fieldText,
  type IndicatorField,
  measurerOf,
  type ObjectiveField,
  targetFields,
  unitOf,
} from "./objective-fields.ts";

/** What fields are called where an objective is shown as plain text or as a table. The text of a plan is Italian, whatever the
 *  language of the page. */
export const fieldNames: Readonly<
  Record<ObjectiveField | IndicatorField | "objective" | "indicator", string>
> = {
  objective: "Obiettivo",
  responsible: "Responsabile",
  items: "Piano triennale",
  dup: "DUP",
  peg: "PEG",
  budget: "Bilancio",
  service: "Servizio del polo",
  call: "Avviso",
  indicator: "Indicatore",
  unit: "Unità",
  direction: "Verso",
  baseline: "Partenza",
  target1: "Atteso, 1º anno",
  target2: "Atteso, 2º anno",
  target3: "Atteso, 3º anno",
  source: "Fonte",
  measuredBy: "Chi misura",
};

const targets: readonly string[] = targetFields;

/** What a field is called in a text whose triennium is known: the expected values are those of its years. */
export function fieldName(field: ObjectiveField | IndicatorField, firstYear?: number): string {
  const year = firstYear === undefined ? -1 : targets.indexOf(field);
  return year < 0 ? fieldNames[field] : `Atteso ${firstYear! + year}`;
}

const unitWords: Readonly<Record<Unit, string>> = {
  PERCENT: "%",
  NUMBER: "numero",
  DAYS: "giorni",
  HOURS: "ore",
  EURO: "euro",
  YES_NO: "sì/no",
};

const measurerWords: Readonly<Record<Measurer, string>> = { EACH: "ogni ente", LEAD: "solo il capofila" };

const directionWords: Readonly<Record<Direction, string>> = { UP: "in crescita", DOWN: "in calo" };

/** A field as it is read; what is not understood, as it was typed. */
export function fieldWords(
  attributes: Readonly<Record<string, unknown>>,
  field: ObjectiveField | IndicatorField,
): string {
  const unit = field === "unit" ? unitOf(attributes) : null;
  if (unit) return unitWords[unit];
  const direction = field === "direction" ? directionOf(attributes) : null;
  if (direction) return directionWords[direction];
  const text = fieldText(attributes, field);
  // What every indicator says where nothing is said is not repeated in each of them.
  const measurer = field === "measuredBy" && text !== "" ? measurerOf(attributes) : null;
  return measurer ? measurerWords[measurer] : text;
}
