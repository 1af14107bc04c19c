import type { ReactNode } from "react";
import { usePage } from "./page-context.ts";

/** A day (ISO 8601), or the day of a moment in Italy. */
export function Day({ of }: { readonly of: string }): ReactNode {
  const { words } = usePage();
  return <time dateTime={of}>{dayIn(words.locale, of)}</time>;
}

export function dayIn(locale: string, day: string): string {
  // A day without an hour is that day everywhere.
  const timeZone = day.length > 10 ? "Europe/Rome" : "UTC";
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone }).format(new Date(day));
}
