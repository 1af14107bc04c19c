export const languages = ["it", "en"] as const;
export type Language = (typeof languages)[number];

const key = "upiao.language";

/** The language that this browser was last asked for; Italian until then. */
export function rememberedLanguage(): Language {
  try {
    return localStorage.getItem(key) === "en" ? "en" : "it";
  } catch {
    // Storage may be forbidden: the choice then lasts as long as the page.
    return "it";
  }
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    // As above.
  }
}
