import type { TFunction } from "i18next";
import type { BodyStandingFragment } from "../../generated/graphql.ts";
import { formatDay } from "../../i18n/formats.ts";
import type { Language } from "../../i18n/language.ts";

/** That a body has ended, when, and what it went into; null for one that is in force. */
export function endedWords(
  { endedOn, successor }: BodyStandingFragment,
  t: TFunction,
  language: Language,
): string | null {
  if (!endedOn) return null;
  const day = formatDay(endedOn, language);
  return successor ? t("body.endedInto", { day, successor: successor.name }) : t("body.ended", { day });
}
