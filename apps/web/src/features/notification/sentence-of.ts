import { deadlineTold, tell } from "@upiao/domain";
import type { TFunction } from "i18next";
import type { NotificationLineFragment } from "../../generated/graphql.ts";
import { formatDay } from "../../i18n/formats.ts";
import type { Language } from "../../i18n/language.ts";
import { planTitle } from "../../ui/plan-title.ts";

/** What a notification says. */
export function sentenceOf(
  { kind, at, byName, section, plan }: NotificationLineFragment,
  t: TFunction,
  language: Language,
): string {
  const day = deadlineTold({ kind, at: new Date(at) }, plan?.deadline ?? null);
  const deadline = day && formatDay(day, language);
  return tell({ kind, by: byName ?? null, place: placeOf(section, plan, t), deadline }, language);
}

function placeOf(
  section: NotificationLineFragment["section"],
  plan: NotificationLineFragment["plan"],
  t: TFunction,
): string | null {
  // Every body has a section «Valore pubblico»; what is shared says itself whose it is.
  if (section) return section.shared ? section.title : `${section.title}, ${section.ownerName}`;
  return plan ? planTitle(plan, t) : null;
}
