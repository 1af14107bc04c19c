import { formatDay } from "../i18n/formats.ts";
import { useLanguage } from "../i18n/use-language.ts";

/** A day of the calendar, for people and for programs. */
export function Day({ iso }: { readonly iso: string }) {
  return <time dateTime={iso}>{formatDay(iso, useLanguage())}</time>;
}
