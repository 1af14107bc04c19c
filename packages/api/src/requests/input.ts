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
