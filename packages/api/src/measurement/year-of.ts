import { badInput } from "@upiao/domain";

/** As the record bounds it. */
const years = { least: 2000, most: 2100 };

export function yearOf(year: number): number {
  if (year < years.least || year > years.most) throw badInput("year", "OUT_OF_RANGE", years);
  return year;
}
