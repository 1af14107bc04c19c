import { searchName } from "@upiao/domain";

const istatCode = /^\d{3,9}$/;
const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/** What an address calls a body, or null where it can call none. */
export function readBodyKey(text: string): string | null {
  return istatCode.test(text) || uuid.test(text) ? text : null;
}

export function readYear(text: string): number | null {
  return /^20\d\d$/.test(text) ? Number(text) : null;
}

/** «046003/2026», as the pages that compare name a plan. */
export function readPlanKey(text: string): { readonly key: string; readonly year: number } | null {
  const [name = "", years = "", ...rest] = text.split("/");
  const [key, year] = [readBodyKey(name), readYear(years)];
  return key === null || year === null || rest.length > 0 ? null : { key, year };
}

/** «Barga 2026» or «Comune di Barga, PIAO 2026-2028», as people name a plan: the name as names are searched. */
export function readPlanName(text: string): { readonly name: string; readonly year: number } | null {
  const [, before = "", year] = /^(.*?)\b(20\d\d)\b/su.exec(text) ?? [];
  const name = searchName(before).replace(/ piao$/, "");
  return year === undefined || name === "" ? null : { name, year: Number(year) };
}

/** In a statement: the key of a body. Its id is none where it has a code: each has one address. */
export const bodyKey = "coalesce(b.istat_code, b.id::text)";

/** The same as a condition on the first parameter, by an index. */
export function isBodyOf(key: string): string {
  return uuid.test(key) ? "b.id = $1 AND b.istat_code IS NULL" : "b.istat_code = $1";
}
