import { type StrategyKind, searchName } from "@upiao/domain";
import type { DataSource } from "typeorm";
import { StrategyItem } from "./strategy-item.entity.ts";

export interface StrategyFilter {
  readonly edition: string;
  readonly kind: StrategyKind | null;
  /** Due or beginning in this year, or with a target for it. */
  readonly year: number | null;
  /** Words that it has to have, or their beginnings, in any order. */
  readonly search: string | null;
}

/** More words only make a slower statement. */
const mostWords = 8;

/** Items of an edition in the order of its text, so many from a place on. */
export async function findStrategyItems(
  database: DataSource,
  { edition, kind, year, search }: StrategyFilter,
  page: { readonly first: number; readonly afterPlace: number },
): Promise<StrategyItem[]> {
  const query = database
    .getRepository(StrategyItem)
    .createQueryBuilder("item")
    .where("item.edition = :edition AND item.place > :afterPlace", {
      edition,
      afterPlace: page.afterPlace,
    })
    .orderBy("item.place")
    .limit(page.first);
  if (kind !== null) query.andWhere("item.kind = :kind", { kind });
  if (year !== null) {
    query.andWhere(
      `(extract(year FROM coalesce(item.due_on, item.starts_on)) = :year
        OR item.details->'targets'->>(:year::integer::text) !~* '^n[.] ?[ad][.]$')`,
      { year },
    );
  }
  // Only letters, digits and spaces are left in them: nothing that LIKE would take for a pattern.
  const words = searchName(search ?? "")
    .split(" ")
    .filter(Boolean)
    .slice(0, mostWords);
  words.forEach((word, index) => {
    query.andWhere(`' ' || item.search_text LIKE :word${index}`, { [`word${index}`]: `% ${word}%` });
  });
  return query.getMany();
}
