import type { Language } from "../asked/language.ts";
import { english } from "./english.ts";
import { italian } from "./italian.ts";
import type { Words } from "./words.ts";

export type { Words } from "./words.ts";

const languages: Readonly<Record<Language, Words>> = { it: italian, en: english };

export function wordsIn(language: Language): Words {
  return languages[language];
}
