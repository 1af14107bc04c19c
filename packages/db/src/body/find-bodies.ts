import { searchName } from "@upiao/domain";
import type { DataSource } from "typeorm";
import { Body } from "./body.entity.ts";
import { BodyChange } from "./body-change.entity.ts";

// The words of the name and, as one more, the whole name without spaces: «laquila» is how many type «L'Aquila».
// The indices `body_search_name` and `body_change_search_before` are on these very expressions.
const searched = searchedOf("body.search_name");
const searchedBefore = searchedOf("change.search_before");

function searchedOf(column: string): string {
  return `(' ' || ${column} || ' ' || replace(${column}, ' ', ''))`;
}

/** More words than a name has only make a slower statement. */
const mostWords = 8;

/** Bodies whose name has words that begin with each of those typed, or whose ISTAT, IPA or cadastral code is
 *  the text typed, or of which it was so before. First the very name, then the Provincia of that name, then those that
 *  begin with it, last those that had it; among equals those in force, and the more populous. */
export async function findBodies(database: DataSource, typed: string, first: number): Promise<Body[]> {
  const words = searchName(typed).split(" ").filter(Boolean).slice(0, mostWords);
  if (words.length === 0) return [];
  const name = words.join(" ");
  const code = typed.replace(/[^\p{L}\p{N}_]/gu, "");
  const codes = { upper: code.toUpperCase(), lower: code.toLowerCase() };
  const former = await findFormer(database, words, codes, first);

  return (
    database
      .getRepository(Body)
      .createQueryBuilder("body")
      .where((where) => {
        words.forEach((word, index) => {
          where.andWhere(`${searched} LIKE :word${index}`, { [`word${index}`]: `% ${word}%` });
        });
      })
      .orWhere(`${searched} LIKE :joined`, { joined: `% ${words.join("")}%` })
      .orWhere(
        "body.istat_code = :upper OR body.cadastral_code = :upper OR body.ipa_code = :lower OR body.id = ANY (:former)",
        { ...codes, former },
      )
      .orderBy(
        `CASE WHEN body.search_name = :name THEN 0
            WHEN body.type <> 'COMUNE' AND ' ' || body.search_name || ' ' LIKE :whole THEN 1
            WHEN body.search_name LIKE :beginning THEN 2
            WHEN body.id = ANY (:former) THEN 4
            ELSE 3 END`,
      )
      .addOrderBy("body.ended_on IS NOT NULL")
      .addOrderBy("body.population2011", "DESC", "NULLS LAST")
      .addOrderBy("body.search_name")
      .addOrderBy("body.id")
      // Only letters, digits and spaces are left in them: nothing that LIKE would take for a pattern.
      .setParameters({ name, whole: `% ${name} %`, beginning: `${name}%` })
      .limit(first)
      .getMany()
  );
}

/** Those that had such a name or code before. On its own, so that each of the two questions is answered by indices. */
async function findFormer(
  database: DataSource,
  words: readonly string[],
  codes: { readonly upper: string; readonly lower: string },
  first: number,
): Promise<string[]> {
  const rows = await database
    .getRepository(BodyChange)
    .createQueryBuilder("change")
    .select("change.body_id", "id")
    .where((where) => {
      words.forEach((word, index) => {
        where.andWhere(`${searchedBefore} LIKE :word${index}`, { [`word${index}`]: `% ${word}%` });
      });
    })
    .orWhere(`${searchedBefore} LIKE :joined`, { joined: `% ${words.join("")}%` })
    .orWhere(
      "change.before IN (:upper, :lower) AND change.what IN ('ISTAT_CODE', 'CADASTRAL', 'IPA_CODE')",
      codes,
    )
    .limit(first)
    .getRawMany<{ id: string }>();
  return rows.map(({ id }) => id);
}
