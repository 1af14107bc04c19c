import { searchName } from "@upiao/domain";
import type { DataSource } from "typeorm";
import { Body } from "./body.entity.ts";

// The words of the name and, as one more, the whole name without spaces: «laquila» is how many type «L'Aquila».
// The index `body_search_name` is on this very expression.
const searched = "(' ' || body.search_name || ' ' || replace(body.search_name, ' ', ''))";

/** More words than a name has only make a slower statement. */
const mostWords = 8;

/** Bodies whose name has words that begin with each of those typed, or whose ISTAT, IPA or cadastral code is
 *  the text typed. First the very name, then the Provincia of that name, then those that begin with it; among
 *  equals, the more populous. */
export async function findBodies(database: DataSource, typed: string, first: number): Promise<Body[]> {
  const words = searchName(typed).split(" ").filter(Boolean).slice(0, mostWords);
  if (words.length === 0) return [];
  const name = words.join(" ");
  const code = typed.replace(/[^\p{L}\p{N}_]/gu, "");

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
      .orWhere("body.istat_code = :upper OR body.cadastral_code = :upper OR body.ipa_code = :lower", {
        upper: code.toUpperCase(),
        lower: code.toLowerCase(),
      })
      .orderBy(
        `CASE WHEN body.search_name = :name THEN 0
            WHEN body.type <> 'COMUNE' AND ' ' || body.search_name || ' ' LIKE :whole THEN 1
            WHEN body.search_name LIKE :beginning THEN 2
            ELSE 3 END`,
      )
      .addOrderBy("body.population2011", "DESC", "NULLS LAST")
      .addOrderBy("body.search_name")
      .addOrderBy("body.id")
      // Only letters, digits and spaces are left in them: nothing that LIKE would take for a pattern.
      .setParameters({ name, whole: `% ${name} %`, beginning: `${name}%` })
      .limit(first)
      .getMany()
  );
}
