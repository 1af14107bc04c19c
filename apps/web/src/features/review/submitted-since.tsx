import { daysUntil } from "@upiao/domain";
import { useTranslation } from "react-i18next";
import { dayInItaly } from "../../i18n/day-in-italy.ts";
import { formatDay } from "../../i18n/formats.ts";
import { useLanguage } from "../../i18n/use-language.ts";

/** The day on which something was submitted, and how long it has waited. */
export function SubmittedSince({ at }: { readonly at: string | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (at === null) return t("review.notOnRecord");
  const day = dayInItaly(new Date(at));
  const days = daysUntil(dayInItaly(new Date()), day);
  return (
    <>
      <time dateTime={at}>{formatDay(day, language)}</time>{" "}
      <span className="stacking-table-aside">
        {days === 0 ? t("review.today") : t("review.daysAgo", { count: days })}
      </span>
    </>
  );
}
