import { formatMoment } from "../i18n/formats.ts";
import { useLanguage } from "../i18n/use-language.ts";

/** Day and time, for people and for programs. */
export function Moment({ iso }: { readonly iso: string }) {
  return <time dateTime={iso}>{formatMoment(iso, useLanguage())}</time>;
}
