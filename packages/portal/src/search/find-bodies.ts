import { searchName } from "@upiao/domain";
import type { DataSource } from "typeorm";
import type { TerritoryBody } from "../front/read-published.ts";
import { bodiesOfSearch } from "../limits.ts";

const leastLetters = 3;

/** The bodies that have published something and are called as somebody searches: by the whole name, or by the beginning of a word
 *  of it. Those of that very name come first. */
export async function findBodies(database: DataSource, words: string): Promise<TerritoryBody[]> {
  const name = searchName(words);
  if (name.length < leastLetters) return [];
  return database.query(
    `SELECT b.id, b.name, b.type, b.istat_code AS "istatCode", published.plans
      FROM body b CROSS JOIN LATERAL (SELECT count(DISTINCT pl.id)::integer AS plans FROM plan pl
        JOIN adoption a ON a.plan_id = pl.id JOIN publication p ON p.adoption_id = a.id WHERE pl.body_id = b.id) published
      WHERE (strpos(' ' || b.search_name, ' ' || $1) > 0 OR strpos(' ' || $1 || ' ', ' ' || b.search_name || ' ') > 0)
        AND published.plans > 0
      ORDER BY b.search_name <> $1, b.search_name, b.id LIMIT $2`,
    [name, bodiesOfSearch],
  );
}
