import { useTranslation } from "react-i18next";
import { type Language, languages } from "../i18n/language.ts";
import { switchLanguage } from "../i18n/start-i18n.ts";
import { useLanguage } from "../i18n/use-language.ts";

// In their own words: who looks for their language may not read the other one.
const names: Record<Language, string> = { it: "Italiano", en: "English" };

export function LanguageSwitch() {
  const { t } = useTranslation();
  const now = useLanguage();
  return (
    <fieldset className="language-switch">
      <legend className="visually-hidden">{t("site.language")}</legend>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === now}
          aria-label={`${language.toUpperCase()}, ${names[language]}`}
          onClick={() => switchLanguage(language)}
        >
          {language.toUpperCase()}
        </button>
      ))}
    </fieldset>
  );
}
