import type { Asking } from "./asking.ts";

export const languages = ["it", "en"] as const;
export type Language = (typeof languages)[number];

/** What the address says, or else what the browser asks for first. Italian, unless it is English. */
export function languageOf(request: Asking): { readonly language: Language; readonly isChosen: boolean } {
  const chosen = languages.find((language) => language === request.query.lang);
  if (chosen) return { language: chosen, isChosen: true };
  const named = /\b(it|en)\b/i.exec(request.headers["accept-language"] ?? "");
  return { language: named?.[1]?.toLowerCase() === "en" ? "en" : "it", isChosen: false };
}
