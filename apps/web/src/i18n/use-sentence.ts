import { CombinedGraphQLErrors } from "@apollo/client";
import { type RefusalCode, type RefusalDetails, refusals, sentenceOf } from "@upiao/domain";
import { useTranslation } from "react-i18next";

/** Says an error of the API in the language of the page. */
export function useSentence(): (error: unknown) => string {
  const { i18n, t } = useTranslation();
  return (error) => {
    const refusal = refusalIn(error);
    if (!refusal) return t("error.network");
    return sentenceOf(refusal.code, refusal.details, i18n.language === "en" ? "en" : "it");
  };
}

/** The API's answer in an error, or null when it was no answer. */
export function refusalIn(error: unknown): { code: RefusalCode; details: RefusalDetails } | null {
  const extensions = CombinedGraphQLErrors.is(error) ? error.errors[0]?.extensions : undefined;
  const code = extensions?.code;
  if (typeof code !== "string" || !(code in refusals)) return null;
  return { code: code as RefusalCode, details: (extensions?.details ?? {}) as RefusalDetails };
}
