import { indicatorFields, objectiveFields } from "./objective-fields.ts";
import { fieldNames, fieldWords } from "./objective-words.ts";

type Attributes = Readonly<Record<string, unknown>>;

/** The fields of an objective in one line, or none when all are empty. */
export function objectiveLines(attributes: Attributes): string[] {
  const told = objectiveFields.flatMap((field) => {
    const words = fieldWords(attributes, field);
    return words === "" ? [] : [`${fieldNames[field]}: ${words}`];
  });
  return told.length > 0 ? [told.join("; ")] : [];
}

/** An indicator in one line: «Servizi in linea: Unità %; Partenza 40; …». */
export function indicatorLine(name: string, attributes: Attributes): string {
  const told = indicatorFields.flatMap((field) => {
    const words = fieldWords(attributes, field);
    return words === "" ? [] : [`${fieldNames[field]} ${words}`];
  });
  return told.length > 0 ? `${name}: ${told.join("; ")}` : name;
}
