import { useTranslation } from "react-i18next";

/** Says a moment (ISO 8601) as people here do: in the page's language and in Italy's time. */
export function useMoment(): (iso: string) => string {
  const { i18n } = useTranslation();
  const format = new Intl.DateTimeFormat(i18n.language, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "Europe/Rome",
  });
  return (iso) => format.format(new Date(iso));
}
