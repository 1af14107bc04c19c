import { searchName } from "@upiao/domain";
import type { DataSource } from "typeorm";
import { mostResults, resultsOnPage, searchMs } from "../limits.ts";
import type { PublicBody } from "../plan/published-plan.ts";
import type { SearchQuestion } from "./search-question.ts";

export interface FoundText {
  readonly body: Pick<PublicBody, "id" | "name" | "type" | "istatCode">;
  readonly firstYear: number;
  readonly amendment: number;
  readonly isInForce: boolean;
  readonly number: string;
  readonly title: string;
  readonly position: number;
  /** Pieces of the text around what was found, which stands between the signs. */
  readonly excerpt: string;
}

export interface FoundTexts {
  readonly texts: readonly FoundText[];
  readonly count: number;
  /** False: more were found than are counted. */
  readonly isAll: boolean;
}

/** Signs that no text has: they are taken out of it before they are put around what was found. */
export const foundSigns = { begin: "\ue000", end: "\ue001" };

const headline = `StartSel=${foundSigns.begin}, StopSel=${foundSigns.end}, MaxFragments=2, MaxWords=28, MinWords=12, FragmentDelimiter=" … "`;

/** The published texts that answer a question. Of the latest of them those come first that answer it best: with a word in the title,
 *  and often for their length. All of it are parameters, and it is given up in time. */
export async function findTexts(database: DataSource, question: SearchQuestion): Promise<FoundTexts> {
  const { where, values } = conditionsOf(question);
  const hasWords = question.words !== "";
  values.push(question.words, withoutAccents(question.words), headline);
  const [words, bare, signs] = [values.length - 2, values.length - 1, values.length];
  const rows: (FoundText & { count: number })[] = await database.transaction(async (tx) => {
    await tx.query(`SET LOCAL statement_timeout = ${searchMs}`);
    return tx.query(
      `WITH asked AS (SELECT websearch_to_tsquery('italian', $${words}) || websearch_to_tsquery('italian', $${bare}) AS query),
        found AS (
          SELECT t.id, t.search, p.at, t.position
          FROM published_text t JOIN adoption a ON a.id = t.adoption_id JOIN publication p ON p.adoption_id = a.id
            JOIN plan pl ON pl.id = a.plan_id JOIN body b ON b.id = pl.body_id CROSS JOIN asked
          WHERE ${[...where, ...(hasWords ? ["t.search @@ asked.query"] : [])].join(" AND ") || "true"}
          ORDER BY p.at DESC, t.position, t.id LIMIT ${mostResults + 1}),
        shown AS (
          SELECT found.id, found.at, found.position, ts_rank(found.search, asked.query, 1) AS rank,
            count(*) OVER ()::integer AS count
          FROM found CROSS JOIN asked
          ORDER BY rank DESC, at DESC, position, id
          LIMIT ${resultsOnPage} OFFSET ${(question.page - 1) * resultsOnPage})
      SELECT shown.count, jsonb_build_object('id', b.id, 'name', b.name, 'type', b.type, 'istatCode', b.istat_code) AS body,
        pl.first_year AS "firstYear", a.amendment, NOT ${isReplaced} AS "isInForce", t.number, t.title, t.position,
        ts_headline('italian', translate(left(t.words, 60000), '${foundSigns.begin}${foundSigns.end}', ''), asked.query, $${signs}) AS excerpt
      FROM shown JOIN published_text t ON t.id = shown.id JOIN adoption a ON a.id = t.adoption_id
        JOIN plan pl ON pl.id = a.plan_id JOIN body b ON b.id = pl.body_id CROSS JOIN asked
      ORDER BY shown.rank DESC, shown.at DESC, shown.position, shown.id`,
      values,
    );
  });
  const count = rows[0]?.count ?? 0;
  return {
    texts: rows.map(({ count: _, ...text }) => text),
    count: Math.min(count, mostResults),
    isAll: count <= mostResults,
  };
}

const isReplaced = `EXISTS (SELECT FROM adoption later JOIN publication lp ON lp.adoption_id = later.id
  WHERE later.plan_id = a.plan_id AND later.amendment > a.amendment)`;

function conditionsOf(question: SearchQuestion): { where: string[]; values: unknown[] } {
  const values: unknown[] = [];
  const where = question.isOfAllVersions ? [] : [`NOT ${isReplaced}`];
  const ask = (condition: (place: string) => string, value: unknown) => {
    values.push(value);
    where.push(condition(`$${values.length}`));
  };
  if (question.province !== "") ask((place) => `b.province_sign = ${place}`, question.province);
  if (question.year !== null) ask((place) => `pl.first_year = ${place}`, question.year);
  if (question.part !== "")
    ask((place) => `(t.number = ${place} OR starts_with(t.number, ${place} || '.'))`, question.part);
  if (question.result !== "") {
    ask(
      (place) =>
        `EXISTS (SELECT FROM published_objective o WHERE o.text_id = t.id AND o.items @> ARRAY[${place}::text])`,
      question.result,
    );
  }
  if (question.body !== "") {
    values.push(question.body.toUpperCase(), question.body.toLowerCase(), ` ${searchName(question.body)}`);
    const [upper, lower, name] = [values.length - 2, values.length - 1, values.length];
    // Only letters, digits and spaces are left in the name.
    where.push(`(b.istat_code = $${upper} OR b.ipa_code = $${lower} OR b.id::text = $${lower}
      OR ($${name} <> ' ' AND strpos(' ' || b.search_name, $${name}) > 0))`);
  }
  return { where, values };
}

/** «citta» finds «città», and the other way round: both stand in the index, and both are asked for. */
function withoutAccents(words: string): string {
  return words.normalize("NFD").replace(/\p{M}/gu, "");
}
