import type { TFunction } from "i18next";
import { type FoundBody, mostFound } from "./use-found-bodies.ts";

/** How many bodies match, for who does not see the list. */
export function foundWords(found: readonly FoundBody[], t: TFunction): string {
  if (found.length === 0) return t("body.foundNone");
  return t(found.length < mostFound ? "body.found" : "body.foundMore", { count: found.length });
}
