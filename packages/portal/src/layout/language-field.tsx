import type { ReactNode } from "react";
import { usePage } from "./page-context.ts";

/** In a form: the answer speaks the language that the reader has chosen. */
export function LanguageField(): ReactNode {
  const { isLanguageChosen, language } = usePage();
  return isLanguageChosen && <input type="hidden" name="lang" value={language} />;
}
