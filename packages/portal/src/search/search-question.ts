import type { Asked } from "../asked/asked.ts";
import { readYear } from "../asked/body-key.ts";
import { longestSearch, mostResults, resultsOnPage } from "../limits.ts";

/** What somebody looks for, as the address says it. */
export interface SearchQuestion {
  readonly words: string;
  /** Sigla of the Province. */
  readonly province: string;
  /** Name of the body, or its code. */
  readonly body: string;
  readonly year: number | null;
  /** «2» or «2.1» */
  readonly part: string;
  /** Code of the Piano triennale. */
  readonly result: string;
  /** Versions that are no longer in force, too. */
  readonly isOfAllVersions: boolean;
  /** From 1. */
  readonly page: number;
}

export function readQuestion({ parameter }: Asked): SearchQuestion {
  const page = Number(parameter("pagina"));
  return {
    words: parameter("q")
      .slice(0, longestSearch)
      .replace(/\p{Surrogate}$/u, ""),
    province: parameter("provincia").slice(0, 2).toUpperCase(),
    body: parameter("ente").slice(0, 100),
    year: readYear(parameter("anno")),
    part: /^\d(\.\d{1,2}){0,2}$/.exec(parameter("parte"))?.[0] ?? "",
    result: /^[\w.-]{1,30}$/.exec(parameter("risultato"))?.[0] ?? "",
    isOfAllVersions: parameter("versioni") === "tutte",
    page: Number.isInteger(page) && page > 0 && page <= mostResults / resultsOnPage ? page : 1,
  };
}

/** The address of a page of the results. */
export function addressOf(question: SearchQuestion, page: number): string {
  const { words, province, body, year, part, result, isOfAllVersions } = question;
  const filled = Object.entries({
    ...{ q: words, provincia: province, ente: body, anno: year === null ? "" : String(year), parte: part },
    ...{ risultato: result, versioni: isOfAllVersions ? "tutte" : "", pagina: page > 1 ? String(page) : "" },
  }).filter(([, value]) => value !== "");
  return `/pubblico/cerca?${new URLSearchParams(filled)}`;
}

/** Nothing was asked yet: the form alone. */
export function isEmpty({ words, province, body, year, part, result }: SearchQuestion): boolean {
  return words === "" && province === "" && body === "" && year === null && part === "" && result === "";
}
