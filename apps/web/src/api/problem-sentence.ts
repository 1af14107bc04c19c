import { sentenceAtField, sentenceOf } from "@upiao/domain";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Language } from "../i18n/language.ts";
import { useLanguage } from "../i18n/use-language.ts";
import type { Problem } from "./problem.ts";

/** What people read of a problem; a field is called as the form calls it. */
export function sentenceOfProblem({ code, details }: Problem, t: TFunction, language: Language): string {
  if (code === "NETWORK") return t("problem.network");
  if (code === "UNEXPECTED") return t("problem.unexpected");
  const { field } = details;
  const name = field === undefined ? "" : t(`field.${field}`, { defaultValue: String(field) });
  return sentenceOf(code, { ...details, field: name }, language);
}

/** What people read of a problem where it stands at its field: how a program calls the field is not theirs to read. */
export function useFieldSentence(): (problem: Problem) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return (problem) =>
    problem.code === "BAD_INPUT"
      ? sentenceAtField(problem.code, problem.details, language)
      : sentenceOfProblem(problem, t, language);
}

/** `sentenceOfProblem` in the language of the page. */
export function useProblemSentence(): (problem: Problem) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return (problem) => sentenceOfProblem(problem, t, language);
}
