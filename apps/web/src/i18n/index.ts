import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import en from "./en.json";
import it from "./it.json";

const key = "upiao.language";

export const languages = ["it", "en"] as const;

void i18next.use(initReactI18next).init({
  resources: { it: { translation: it }, en: { translation: en } },
  lng: localStorage.getItem(key) ?? "it",
  fallbackLng: "it",
  // React escapes what it shows.
  interpolation: { escapeValue: false },
});

document.documentElement.lang = i18next.language;
i18next.on("languageChanged", (language) => {
  document.documentElement.lang = language;
  localStorage.setItem(key, language);
});
