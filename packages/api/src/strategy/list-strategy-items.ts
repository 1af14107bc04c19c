import { findStrategyItems, type StrategyFilter } from "@upiao/db";
import { badInput } from "@upiao/domain";
import type { DataSource } from "typeorm";
import type { StrategyItemConnection } from "./strategy-connection.ts";

/** A page of the items that a filter lets through, in the order of the text. */
export async function listStrategyItems(
  database: DataSource,
  filter: StrategyFilter,
  first: number,
  after: string | null,
): Promise<StrategyItemConnection> {
  const afterPlace = after === null ? 0 : placeAt(after);
  // One more than asked for shows whether there are more.
  const found = await findStrategyItems(database, filter, { first: first + 1, afterPlace });
  const edges = found.slice(0, first).map((node) => ({ node, cursor: cursorOf(node.place) }));
  return {
    edges,
    pageInfo: { hasNextPage: found.length > first, endCursor: edges.at(-1)?.cursor ?? null },
  };
}

function cursorOf(place: number): string {
  return Buffer.from(String(place)).toString("base64url");
}

function placeAt(cursor: string): number {
  const place = Buffer.from(cursor, "base64url").toString();
  if (!/^\d{1,9}$/.test(place)) throw badInput("after", "CURSOR");
  return Number(place);
}
