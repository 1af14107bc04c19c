import type { Unit } from "@upiao/domain";
import type { TFunction } from "i18next";
import type { Language } from "../../i18n/language.ts";

const locales = { it: "it-IT", en: "en-GB" } as const;

/** A share of 0 to 1 in whole percents; a dash: there is none. */
export function percentOf(share: number | null, language: Language): string {
  if (share === null) return "–";
  return new Intl.NumberFormat(locales[language], { style: "percent", maximumFractionDigits: 0 }).format(
    share,
  );
}

/** A value with its unit; a dash: there is none. */
export function valueWords(value: number | null, unit: Unit, t: TFunction, language: Language): string {
  if (value === null) return "–";
  if (unit === "YES_NO") return t(value > 0 ? "territory.yes" : "territory.no");
  const number = new Intl.NumberFormat(locales[language], { maximumFractionDigits: 1 }).format(value);
  return unit === "NUMBER" ? number : `${number} ${t(`territory.unit.${unit}`)}`;
}
