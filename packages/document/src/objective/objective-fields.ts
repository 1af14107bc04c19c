import { type Direction, directions, type Measurer, measurers, type Unit, units } from "@upiao/domain";
import { splitCodes } from "./split-codes.ts";

/** What a person fills in of an objective beside its title, in the order in which it is shown. */
export const objectiveFields = ["responsible", "items", "dup", "peg", "budget", "service", "call"] as const;
export type ObjectiveField = (typeof objectiveFields)[number];

export const targetFields = ["target1", "target2", "target3"] as const;
export type TargetField = (typeof targetFields)[number];

/** The same of an indicator, beside its name. */
export const indicatorFields = [
  "unit",
  "direction",
  "baseline",
  ...targetFields,
  "source",
  "measuredBy",
] as const;
export type IndicatorField = (typeof indicatorFields)[number];

/** Those that name something by its code: items of the Piano triennale, a service of the hub, a funding call. */
export const linkFields = ["items", "service", "call"] as const satisfies readonly ObjectiveField[];
export type LinkField = (typeof linkFields)[number];

type Attributes = Readonly<Record<string, unknown>>;

/** What stands in a field, as far as it can be shown and kept: any program may have written any value there. PostgreSQL takes no
 *  NUL, and no half of a pair of UTF-16. */
export function fieldText(attributes: Attributes, field: string): string {
  const value = attributes[field];
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  return text.replaceAll(/\0|\p{Surrogate}/gu, "\ufffd").trim();
}

/** The beginning of a text, which ends with no half of a pair. */
export function cutText(text: string, most: number): string {
  return text.slice(0, most).replace(/\p{Surrogate}$/u, "");
}

/** The codes that stand in a field: several of the Piano triennale, one of all else. */
export function codesIn(attributes: Attributes, field: LinkField): string[] {
  const text = fieldText(attributes, field);
  return field === "items" ? splitCodes(text) : [text].filter(Boolean);
}

export function unitOf(attributes: Attributes): Unit | null {
  return units.find((unit) => unit === attributes.unit) ?? null;
}

export function directionOf(attributes: Attributes): Direction | null {
  return directions.find((direction) => direction === attributes.direction) ?? null;
}

/** Each body, where nothing is said. */
export function measurerOf(attributes: Attributes): Measurer | null {
  return measurers.find((measurer) => measurer === (fieldText(attributes, "measuredBy") || "EACH")) ?? null;
}

/** As many as the editor lets a person type. */
export const longestField = 300;
export const longestTitle = 1_000;
