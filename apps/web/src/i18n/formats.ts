import type { Language } from "./language.ts";

const locales = { it: "it-IT", en: "en-GB" } as const;
const timeZone = "Europe/Rome";

/** Day and time as a clock in Italy shows them, wherever the reader is: acts and deadlines are counted there. */
export function formatMoment(iso: string, language: Language): string {
  const options = { dateStyle: "medium", timeStyle: "short", timeZone } as const;
  return new Intl.DateTimeFormat(locales[language], options).format(new Date(iso));
}

/** A day of the calendar (`2026-11-23`), which has no time zone. */
export function formatDay(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(iso),
  );
}

/** An amount in euro, with its cents. */
export function formatEuro(amount: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], {
    style: "currency",
    currency: "EUR",
    // Italian leaves four digits together, which in a column of amounts reads as a mistake.
    useGrouping: "always",
  }).format(amount);
}

/** The month of a day, with its year. */
export function formatMonth(iso: string, language: Language): string {
  const options = { month: "long", year: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(locales[language], options).format(new Date(iso));
}
