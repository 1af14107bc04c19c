import type { Asked } from "../asked/asked.ts";
import { readYear } from "../asked/body-key.ts";

/** Of which plans the data are asked. */
export interface DataFilter {
  /** Sigla of the Province. */
  readonly province: string | null;
  readonly firstYear: number | null;
}

/** Null where the address asks for what can't be: an answer without the filter would be taken for one with it. */
export function readFilter({ parameter }: Pick<Asked, "parameter">): DataFilter | null {
  const [province, year] = [parameter("provincia").toUpperCase(), parameter("anno")];
  if (province !== "" && !/^[A-Z]{2}$/.test(province)) return null;
  if (year !== "" && readYear(year) === null) return null;
  return { province: province || null, firstYear: year === "" ? null : readYear(year) };
}

/** In a statement over `body b` and `plan pl`, with the province and the year as its first two values. */
export const isInFilter = `($1::text IS NULL OR b.province_sign = $1) AND ($2::integer IS NULL OR pl.first_year = $2)`;
