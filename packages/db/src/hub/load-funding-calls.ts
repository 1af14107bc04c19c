import type { CatalogueCall } from "@upiao/domain";
import type { DataSource } from "typeorm";

const columns = [
  ...[
    "code",
    "issuer",
    "title",
    "measure",
    "amount",
    "opens",
    "deadline",
    "recipients",
    "source",
    "verified",
  ],
];
const excluded = columns.map((column) => `excluded.${column}`).join(", ");

/** Writes the calls of the catalogue, each known by its code, and answers how many were new or had changed. One that the
 *  catalogue has no more stays, since applications and objectives name it; what an office has noted is left as it is. */
export async function loadFundingCalls(
  database: DataSource,
  calls: readonly CatalogueCall[],
): Promise<number> {
  // In one order, so that two nodes that start at once wait for each other and never deadlock.
  const rows = [...calls].sort((one, other) => (one.code < other.code ? -1 : 1));
  const [{ changed }] = await database.query(
    `WITH written AS (
       INSERT INTO funding_call (${columns.join(", ")})
       SELECT ${columns.join(", ")} FROM json_populate_recordset(NULL::funding_call, $1)
       ON CONFLICT (code) DO UPDATE SET (${columns.join(", ")}) = (${excluded})
        WHERE funding_call.body_id IS NULL
          AND (${columns.map((column) => `funding_call.${column}`).join(", ")}) IS DISTINCT FROM (${excluded})
       RETURNING 1
     ) SELECT count(*)::integer AS changed FROM written`,
    [JSON.stringify(rows)],
  );
  return changed;
}
