import { badInput } from "@upiao/domain";
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

/** A day of the calendar, ISO 8601. */
export function dayOf(text: string, field: string): string {
  const day = new Date(`${text}T00:00:00Z`);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime());
  // 30 February would become 2 March.
  if (!isDay || day.toISOString().slice(0, 10) !== text) throw badInput(field, "DAY");
  return text;
}
