import { actKindWords } from "../sentences/act.ts";
import type { ActKind } from "./act-kind.ts";

/** An act as it is cited. */
export interface Act {
  readonly kind: ActKind;
  readonly number: string;
  /** ISO 8601. */
  readonly day: string;
}

/** «Deliberazione della Giunta n. 4 del 28 gennaio 2026». */
export function citeAct({ kind, number, day }: Act, language: "it" | "en" = "it"): string {
  const date = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(day),
  );
  const words = actKindWords[kind][language];
  return language === "it" ? `${words} n. ${number} del ${date}` : `${words} no. ${number}, ${date}`;
}
