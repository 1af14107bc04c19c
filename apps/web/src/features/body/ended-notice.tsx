import { useTranslation } from "react-i18next";
import type { BodyStandingFragment } from "../../generated/graphql.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Notice } from "../../ui/notice.tsx";
import { endedWords } from "./ended-words.ts";

/** On the page of a body that has ended: since when, and what it went into. */
export function EndedNotice({ body }: { readonly body: BodyStandingFragment }) {
  const { t } = useTranslation();
  const standing = endedWords(body, t, useLanguage());
  return standing && <Notice kind="info">{t("body.endedNotice", { standing })}</Notice>;
}
