import { badInput, dayInItaly, parseAmount } from "@upiao/domain";
import { isEmail } from "class-validator";
import { longestEmail } from "../limits.ts";

/** A line of text without the spaces around it; throws BAD_INPUT when it is empty, too long, or holds what
 *  cannot be seen (a control character, half a pair, a mark that turns the direction of what follows). */
export function lineOf(text: string, field: string, longest: number): string {
  const line = text.trim().normalize("NFC");
  if (line === "") throw badInput(field, "MISSING");
  if ([...line].length > longest) throw badInput(field, "TOO_LONG", { most: longest });
  if (/\p{C}/u.test(line)) throw badInput(field, "CONTROL_CHARACTERS");
  return line;
}

/** An e-mail address as accounts hold it. */
export function emailOf(text: string, field: string): string {
  const email = lineOf(text, field, longestEmail).toLowerCase();
  if (!isEmail(email)) throw badInput(field, "EMAIL");
  return email;
}

/** How many rows are asked for; throws BAD_INPUT when it is not between 1 and `most`. */
export function countOf(first: number, field: string, most: number): number {
  if (first < 1 || first > most) throw badInput(field, "OUT_OF_RANGE", { least: 1, most });
  return first;
}

/** Text of several lines without the space around it; throws BAD_INPUT when it is empty, too long, or holds what cannot be
 *  seen. */
export function textOf(text: string, field: string, longest: number): string {
  const words = text.trim().normalize("NFC").replaceAll("\r\n", "\n");
  if (words === "") throw badInput(field, "MISSING");
  if ([...words].length > longest) throw badInput(field, "TOO_LONG", { most: longest });
  if (/(?![\n\t])\p{C}/u.test(words)) throw badInput(field, "CONTROL_CHARACTERS");
  return words;
}

/** The same, where it may be left out. */
export function textOrNull(text: string | null | undefined, field: string, longest: number): string | null {
  return text == null || text.trim() === "" ? null : textOf(text, field, longest);
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(day.getTime())) return false;
  // 30 February would become 2 March.
  return day.toISOString().slice(0, 10) === text;
}

/** A year that was typed by half, as 0026, is none that anybody means. */
const years = { least: 1900, most: 2200 };

/** A day of the calendar, ISO 8601. */
export function dayOf(text: string, field: string): string {
  if (!isDay(text)) throw badInput(field, "DAY");
  const year = Number(text.slice(0, 4));
  if (year < years.least || year > years.most) throw badInput(field, "OUT_OF_RANGE", years);
  return text;
}

/** The same, where it may be left out. */
export function dayOrNull(text: string | null | undefined, field: string): string | null {
  return text == null || text.trim() === "" ? null : dayOf(text, field);
}

/** The same for what ends then: not before the day on which it begins, as far as that is one. */
export function lastDayOrNull(
  text: string | null | undefined,
  field: string,
  first: string | null | undefined,
): string | null {
  const day = dayOrNull(text, field);
  if (day !== null && first != null && isDay(first) && day < first) throw badInput(field, "BEFORE_START");
  return day;
}

/** The day of what has happened: today in Italy, or before. */
export function pastDayOf(text: string, field: string): string {
  const day = dayOf(text, field);
  if (day > dayInItaly(new Date())) throw badInput(field, "FUTURE");
  return day;
}

/** An amount in euro, as people write it. */
export function amountOf(text: string, field: string): number {
  if (text.trim() === "") throw badInput(field, "MISSING");
  const amount = parseAmount(text);
  if (amount === null) throw badInput(field, "AMOUNT");
  return amount;
}

/** The same, where it may be left out. */
export function amountOrNull(text: string | null | undefined, field: string): number | null {
  return text == null || text.trim() === "" ? null : amountOf(text, field);
}

/** A whole number between two others, both included. */
export function wholeOf(value: number, field: string, least: number, most: number): number {
  if (value < least || value > most) throw badInput(field, "OUT_OF_RANGE", { least, most });
  return value;
}

/** A code that texts can name: a word without spaces. */
export function codeOf(text: string, field: string, longest: number): string {
  const code = lineOf(text, field, longest).toUpperCase();
  if (!/^[A-Z0-9]+(-[A-Z0-9]+)*$/.test(code)) throw badInput(field, "CODE");
  return code;
}

/** The address of a page elsewhere, or null; nothing that a browser would run. */
export function addressOrNull(
  text: string | null | undefined,
  field: string,
  longest: number,
): string | null {
  if (text == null || text.trim() === "") return null;
  const address = lineOf(text, field, longest);
  if (!/^https?:$/.test(URL.canParse(address) ? new URL(address).protocol : ""))
    throw badInput(field, "ADDRESS");
  return address;
}
