import * as Y from "yjs";
import {
  type IndicatorField,
  indicatorFields,
  type ObjectiveField,
  objectiveFields,
} from "./objective-fields.ts";
import { fieldNames, fieldWords } from "./objective-words.ts";

const fields: readonly (ObjectiveField | IndicatorField)[] = [...objectiveFields, ...indicatorFields];

/** The field of an objective or an indicator in which this piece of Yjs stands. */
export function fieldOf({ parent, parentSub }: Y.Item): ObjectiveField | IndicatorField | undefined {
  const isRecord =
    parent instanceof Y.XmlElement && (parent.nodeName === "objective" || parent.nodeName === "indicator");
  return isRecord ? fields.find((field) => field === parentSub) : undefined;
}

/** Whether this piece of Yjs is what somebody has written in a field. */
export function isField(item: Y.Item): boolean {
  return item.content instanceof Y.ContentAny && fieldOf(item) !== undefined;
}

/** It in words, for who wrote it: «Responsabile: ufficio»; nothing for a field that was emptied. */
export function fieldWritten(item: Y.Item): string {
  const field = fieldOf(item);
  const value: unknown = item.content.getContent()[0];
  const words = field ? fieldWords({ [field]: value }, field) : "";
  return field && words !== "" ? `${fieldNames[field]}: ${words}` : "";
}
