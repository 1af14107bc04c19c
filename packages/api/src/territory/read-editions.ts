import { linesByResult, type StrategyItemRecord, sameItems } from "@upiao/domain";
import type { DataSource } from "typeorm";
import type { CountedBody } from "./find-counted.ts";
import { groupBy } from "./group-by.ts";

type EditionItem = Pick<
  StrategyItemRecord,
  "code" | "kind" | "parent" | "title" | "verified" | "dueOn" | "startsOn" | "details"
>;

/** What the codes of each edition of the Piano triennale mean in the newest, by which a territory is summed up. */
export interface Editions {
  /** Null: none is loaded. */
  readonly newest: string | null;
  readonly results: readonly Pick<EditionItem, "code" | "title" | "verified">[];
  /** Which expected results of the newest edition a code of an edition addresses. */
  readonly covers: readonly EditionCode[];
  /** What a code of an older edition is in the newest, or how it is told apart from what that has under the same code. */
  readonly becomes: readonly EditionCode[];
  /** By their codes, and by those by which items of older editions are told apart. */
  readonly titles: ReadonlyMap<string, string>;
}

export interface EditionCode {
  readonly edition: string;
  readonly code: string;
  readonly to: string;
}

/** Of the editions from the oldest that a plan of these is written against, in one statement. */
export async function readEditions(
  database: DataSource,
  bodies: readonly Pick<CountedBody, "strategyEdition">[],
): Promise<Editions> {
  const inUse = bodies.flatMap(({ strategyEdition }) => strategyEdition ?? []).sort();
  const rows: (EditionItem & { readonly edition: string })[] = await database.query(
    `SELECT edition, code, kind, parent, title, verified, due_on::text AS "dueOn", starts_on::text AS "startsOn", details
       FROM strategy_item
      WHERE edition >= $1 ORDER BY edition DESC, place`,
    [inUse[0] ?? ""],
  );
  const editions = groupBy(rows, ({ edition }) => edition);
  const [newest] = editions.keys();
  if (newest === undefined) {
    return { newest: null, results: [], covers: [], becomes: [], titles: new Map() };
  }
  const now = editions.get(newest)!;
  const titles = new Map(now.map(({ code, title }) => [code, title]));
  const covers: EditionCode[] = [];
  const becomes: EditionCode[] = [];
  for (const [edition, items] of editions) {
    const same = edition === newest ? new Map(items.map(({ code }) => [code, code])) : sameItems(items, now);
    covers.push(...coversIn(edition, items, same));
    if (edition === newest) continue;
    for (const { code, title } of items) {
      const to = same.get(code) ?? `${code} (${edition})`;
      becomes.push({ edition, code, to });
      if (!titles.has(to)) titles.set(to, title);
    }
  }
  const results = now.filter(({ kind }) => kind === "EXPECTED_RESULT");
  return { newest, results, covers, becomes, titles };
}

/** A plan covers what its own edition says that it covers, where the newest edition expects the same. */
function coversIn(
  edition: string,
  items: readonly EditionItem[],
  same: ReadonlyMap<string, string>,
): EditionCode[] {
  const lines = linesByResult(items);
  return items
    .filter(({ kind }) => kind === "EXPECTED_RESULT")
    .flatMap(({ code }) => {
      const to = same.get(code);
      const named = [code, ...(lines.get(code) ?? []).map((line) => line.code)];
      return to === undefined ? [] : named.map((one) => ({ edition, code: one, to }));
    });
}
