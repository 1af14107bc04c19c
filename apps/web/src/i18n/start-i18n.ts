import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import en from "./en.json";
import it from "./it.json";
import { type Language, rememberedLanguage, rememberLanguage } from "./language.ts";

/** Makes the sentences ready. Both languages are in the bundle: together they weigh less than one more round trip,
 *  and the switch works offline. */
export function startI18n(language: Language = rememberedLanguage()): void {
  i18next.on("languageChanged", (now) => {
    document.documentElement.lang = now;
  });
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: "it",
    resources: { it: { translation: it }, en: { translation: en } },
    // React escapes.
    interpolation: { escapeValue: false },
    initAsync: false,
  });
}

export function switchLanguage(language: Language): void {
  rememberLanguage(language);
  void i18next.changeLanguage(language);
}
