import { type Words, wordsIn } from "../words/index.ts";
import type { Asking } from "./asking.ts";
import { type Language, languageOf } from "./language.ts";

/** What a page needs to know of its request: the words in which it speaks, and its own address. */
export interface Asked {
  readonly language: Language;
  /** The address names it, and so do the addresses on the page. */
  readonly isLanguageChosen: boolean;
  readonly words: Words;
  /** Without the parameters. */
  readonly path: string;
  /** An address of the portal, in the language that the reader has chosen. */
  href(path: string): string;
  /** The first value of a parameter, without what PostgreSQL could not take. */
  parameter(name: string): string;
}

export function readAsked(request: Asking): Asked {
  const { language, isChosen } = languageOf(request);
  return {
    language,
    isLanguageChosen: isChosen,
    words: wordsIn(language),
    path: request.path,
    href: (path) => (isChosen ? addLanguage(path, language) : path),
    parameter: (name) => parameterOf(request, name),
  };
}

function parameterOf({ query }: Asking, name: string): string {
  const value = query[name];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === "string" ? first.replaceAll(/\0|\p{Surrogate}/gu, "\ufffd").trim() : "";
}

/** The same address in a language. */
export function addLanguage(path: string, language: Language): string {
  const [rest = "", hash] = path.split("#");
  const joined = `${rest}${rest.includes("?") ? "&" : "?"}lang=${language}`;
  return hash === undefined ? joined : `${joined}#${hash}`;
}
