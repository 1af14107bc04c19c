import type { Unit } from "../objective/indicator.ts";

/** What is wrong with a value as somebody wrote it. */
export type ValueFault = "NOTHING" | "NOT_A_NUMBER" | "NOT_YES_NO" | "OTHER_UNIT" | "NEGATIVE" | "TOO_LARGE";

/** A value that was read; null is «n.d.». */
export type ReadValue = { readonly value: number | null } | { readonly fault: ValueFault };

const notAvailable = /^(n\.?\s*d\.?|n\/d|n\.?\s*a\.?|n\/a|non disponibile|not available)$/;
const yes = /^(sì|si|si'|s|yes|y|vero|true|1)$/;
const no = /^(no|n|falso|false|0)$/;

const unitWords: Readonly<Record<Exclude<Unit, "YES_NO" | "NUMBER">, RegExp>> = {
  PERCENT: /%|\bper cento\b|\bpercento\b/,
  EURO: /€|\beuro\b|\beur\b/,
  DAYS: /\b(giorn[oi]|gg\.?|days?)(?!\w)/,
  HOURS: /\b(or[ae]|h|hours?)\b/,
};
/** Beyond this a double no longer holds every cent. */
const largest = 1e13;

/** Reads a value as people write it in Italy: «1.234,5», «12,5 %», «€ 300», «n.d.», «sì». A point before exactly three digits
 *  parts thousands («1.234» is a thousand and more); any other one is a decimal point. The unit may be written, another one
 *  may not: 12 hours are not 12 days. */
export function readValue(text: string, unit: Unit): ReadValue {
  const words = text.normalize("NFC").replace(/\s+/gu, " ").trim().toLowerCase();
  if (words === "") return { fault: "NOTHING" };
  if (notAvailable.test(words)) return { value: null };
  if (unit === "YES_NO") {
    if (yes.test(words)) return { value: 1 };
    return no.test(words) ? { value: 0 } : { fault: "NOT_YES_NO" };
  }
  const bare = withoutUnit(words, unit);
  if (bare === null) return { fault: "OTHER_UNIT" };
  return readNumber(bare, unit);
}

function withoutUnit(words: string, unit: Exclude<Unit, "YES_NO">): string | null {
  const written = Object.entries(unitWords).find(([, form]) =>
    form.test(words.replace(/(\d)([^\d\s])/g, "$1 $2")),
  );
  if (!written) return words;
  if (written[0] !== unit) return null;
  return words
    .replace(/(\d)([^\d\s.,'])/g, "$1 $2")
    .replace(written[1], " ")
    .trim();
}

function readNumber(words: string, unit: Unit): ReadValue {
  const plain = plainNumber(words.replace(/^[−–]/, "-").replace(/(?<=\d)[ '’](?=\d{3}(?!\d))/g, ""));
  if (plain === null) return { fault: "NOT_A_NUMBER" };
  const value = Number(plain);
  if (Math.abs(value) > largest) return { fault: "TOO_LARGE" };
  if (value < 0 && (unit === "DAYS" || unit === "HOURS")) return { fault: "NEGATIVE" };
  return { value: value === 0 ? 0 : value };
}

/** In each form the signs that part thousands, and the one before the decimals. */
const forms: readonly (readonly [form: RegExp, thousands: RegExp])[] = [
  [/^[+-]?\d{1,3}(\.\d{3})+(,\d*)?$/, /\./g],
  [/^[+-]?\d{1,3}(,\d{3}){2,}$/, /,/g],
  [/^[+-]?\d{1,3}(,\d{3})+\.\d*$/, /,/g],
  [/^[+-]?(\d+[,.]?\d*|[,.]\d+)$/, /(?!)/g],
];

function plainNumber(words: string): string | null {
  const tight = words.replace(/^([+-]) /, "$1");
  // «0.125» has no thousands.
  const isDecimal = /^[+-]?0\.\d+$/.test(tight);
  const found = isDecimal ? forms[3] : forms.find(([form]) => form.test(tight));
  return found ? tight.replace(found[1], "").replace(",", ".") : null;
}

const formatter = new Intl.NumberFormat("it-IT", { maximumFractionDigits: 10, useGrouping: false });

/** A value as a cell of the grid shows it, and `readValue` reads it again: without points, so that what a point was taken for is
 *  seen at once. */
export function writeValue(value: number | null, unit: Unit): string {
  if (value === null) return "n.d.";
  if (unit === "YES_NO") return value === 0 ? "no" : "sì";
  return formatter.format(value);
}
