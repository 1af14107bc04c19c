import { type Direction, type Measurer, readNumber, type Unit } from "@upiao/domain";
import * as Y from "yjs";
import { lettersIn } from "../proposal/letters.ts";
import { type FaultKind, faultOfField } from "./field-fault.ts";
import {
  cutText,
  directionOf,
  fieldText,
  type IndicatorField,
  indicatorFields,
  longestField,
  longestTitle,
  measurerOf,
  type ObjectiveField,
  objectiveFields,
  targetFields,
  unitOf,
} from "./objective-fields.ts";
import { splitCodes } from "./split-codes.ts";

export interface FieldFault {
  readonly field: ObjectiveField | IndicatorField | "title" | "name" | "key";
  readonly fault: FaultKind;
}

/** An objective as the text of a section says it, with what is wrong with it. */
export interface ObjectiveRecord extends Readonly<Record<Exclude<ObjectiveField, "items">, string | null>> {
  readonly key: string;
  /** Of which objective, of whatever plan, it is a reuse: the id of its record. */
  readonly origin: string | null;
  readonly title: string;
  readonly items: readonly string[];
  readonly indicators: readonly IndicatorRecord[];
  readonly faults: readonly FieldFault[];
}

export interface IndicatorRecord {
  readonly key: string;
  readonly name: string;
  readonly unit: Unit;
  readonly direction: Direction;
  readonly baseline: number | null;
  readonly targets: readonly { readonly year: number; readonly value: number }[];
  readonly source: string | null;
  readonly measuredBy: Measurer;
  readonly faults: readonly FieldFault[];
}

/** More than any plan has. A hostile text may claim any number of them, and each is a row. */
const mostObjectives = 500;
const mostIndicators = 3_000;
const mostItems = 50;

/** The objectives that stand in a text, in its order, each under a key that is its own there. What cannot be understood of a
 *  field is left out and said; the field stays as it was typed. */
export function objectivesIn(fragment: Y.XmlFragment, firstYear: number): ObjectiveRecord[] {
  return objectiveBlocks(fragment, firstYear).map(({ record }) => record);
}

/** The same, each with its place in the text. */
export function objectiveBlocks(
  fragment: Y.XmlFragment,
  firstYear: number,
): { readonly element: Y.XmlElement; readonly record: ObjectiveRecord }[] {
  const reading: Reading = { firstYear, keys: new Set(), indicators: 0 };
  return elementsIn(fragment, "objective")
    .slice(0, mostObjectives)
    .map((element) => ({ element, record: readObjective(element, reading) }));
}

interface Reading {
  readonly firstYear: number;
  /** Those that are taken. */
  readonly keys: Set<string>;
  indicators: number;
}

function readObjective(element: Y.XmlElement, reading: Reading): ObjectiveRecord {
  const attributes: Record<string, unknown> = element.getAttributes();
  const faults: FieldFault[] = [];
  const key = keyOf(element, reading, faults);
  const title = readText(elementsIn(element, "objectiveTitle")[0], "title", faults);
  const text = (field: ObjectiveField) => cutText(fieldText(attributes, field), longestField) || null;
  noteFaults(objectiveFields, attributes, faults);
  const indicators = elementsIn(element, "indicator").slice(0, mostIndicators - reading.indicators);
  reading.indicators += indicators.length;
  return {
    key,
    origin: isKey(attributes.origin) ? attributes.origin : null,
    title,
    responsible: text("responsible"),
    items: splitCodes(text("items") ?? "").slice(0, mostItems),
    dup: text("dup"),
    peg: text("peg"),
    budget: text("budget"),
    service: text("service"),
    call: text("call"),
    indicators: indicators.map((indicator) => readIndicator(indicator, reading)),
    faults,
  };
}

function readIndicator(element: Y.XmlElement, reading: Reading): IndicatorRecord {
  const attributes: Record<string, unknown> = element.getAttributes();
  const faults: FieldFault[] = [];
  const key = keyOf(element, reading, faults);
  const name = readText(element, "name", faults);
  noteFaults(indicatorFields, attributes, faults);
  const numberIn = (field: IndicatorField) => {
    const text = fieldText(attributes, field);
    const number = text === "" ? null : readNumber(text, unitOf(attributes));
    return typeof number === "number" ? number : null;
  };
  const targets = targetFields.flatMap((field, index) => {
    const value = numberIn(field);
    return value === null ? [] : [{ year: reading.firstYear + index, value }];
  });
  return {
    key,
    name,
    // A record has one of each; that it is missing is said where it is filled in.
    unit: unitOf(attributes) ?? "NUMBER",
    direction: directionOf(attributes) ?? "UP",
    baseline: numberIn("baseline"),
    targets,
    source: cutText(fieldText(attributes, "source"), longestField) || null,
    measuredBy: measurerOf(attributes) ?? "EACH",
    faults,
  };
}

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

export function isKey(value: unknown): value is string {
  return typeof value === "string" && uuid.test(value);
}

/** The block's own key. The first that has one keeps it: a copy, which a program may make without giving it another, goes by the
 *  key and the place in Yjs where it was made. */
function keyOf(element: Y.XmlElement, { keys }: Reading, faults: FieldFault[]): string {
  const key: unknown = element.getAttribute("key");
  const { client, clock } = element._item!.id;
  let own = isKey(key) ? key : `${client}:${clock}`;
  if (!isKey(key)) faults.push({ field: "key", fault: "BAD_KEY" });
  else if (keys.has(key)) {
    faults.push({ field: "key", fault: "COPIED_KEY" });
    own = `${key}:${client}:${clock}`;
  }
  keys.add(own);
  return own;
}

function readText(element: Y.XmlElement | undefined, field: "title" | "name", faults: FieldFault[]): string {
  const words = element ? adoptedWords(element) : "";
  if (words === "") faults.push({ field, fault: "MISSING" });
  if (words.length > longestTitle) faults.push({ field, fault: "TOO_LONG" });
  return cutText(words, longestTitle);
}

/** What is only proposed is no part of it. */
function adoptedWords(element: Y.XmlElement): string {
  const words = element
    .toArray()
    .map((child: unknown) => (child instanceof Y.XmlText ? adoptedIn(child) : " "))
    .join("");
  return fieldText({ words: words.replaceAll(/\s+/g, " ") }, "words");
}

function adoptedIn(text: Y.XmlText): string {
  return [...lettersIn(text)].map(({ inserted, text }) => (inserted === null ? text : "")).join("");
}

function noteFaults(
  fields: readonly (ObjectiveField | IndicatorField)[],
  attributes: Readonly<Record<string, unknown>>,
  faults: FieldFault[],
): void {
  for (const field of fields) {
    const fault = faultOfField(field, attributes);
    if (fault) faults.push({ field, fault });
  }
}

function elementsIn(parent: Y.XmlFragment, name: string): Y.XmlElement[] {
  const children: unknown[] = parent.toArray();
  return children.filter(
    (child): child is Y.XmlElement => child instanceof Y.XmlElement && child.nodeName === name,
  );
}
