import { badInput } from "@upiao/domain";
import type { PageInfo } from "../section/section-connection.ts";

/** Where a page of a list ends: by what it is put in order, and the row's id. */
export interface PlaceInList {
  readonly key: string;
  readonly id: string;
}

/** A page of rows of which one more than asked for was read: it tells whether there is a next page. */
export function pageOf<Row extends { readonly id: string }>(
  rows: readonly Row[],
  first: number,
  keyOf: (row: Row) => string,
): { rows: Row[]; pageInfo: PageInfo } {
  const page = rows.slice(0, first);
  const last = page.at(-1);
  const endCursor = last ? Buffer.from(JSON.stringify([keyOf(last), last.id])).toString("base64url") : null;
  return { rows: page, pageInfo: { hasNextPage: rows.length > first, endCursor } };
}

/** The place that a cursor names; its key has the form that the list's keys have. */
export function placeOf(cursor: string, form: RegExp): PlaceInList {
  const [, key, id] =
    /^\["([^"]*)","([\da-f-]{36})"\]$/.exec(Buffer.from(cursor, "base64url").toString()) ?? [];
  if (key === undefined || id === undefined || !form.test(key)) throw badInput("after", "CURSOR");
  return { key, id };
}
