import { createTestDatabase } from "@upiao/test";
import pg from "pg";
import { expect, it } from "vitest";

it("rows are found by what they refer to, and what is referred to can be removed, without reading a table", async () => {
  const { url, drop } = await createTestDatabase();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // An index of some rows counts where it leaves out only those that refer to nothing.
    const { rows } = await client.query(
      `SELECT conrelid::regclass || '.' || attname AS name
         FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]
        WHERE contype = 'f'
          -- Who has acted, and the body for which they did, is never removed.
          AND NOT (confdeltype = 'r' AND confrelid IN ('user_account'::regclass, 'body'::regclass))
          AND NOT EXISTS (
                SELECT FROM pg_index WHERE indrelid = conrelid AND indkey[0] = conkey[1]
                   AND (indpred IS NULL OR pg_get_expr(indpred, indrelid) = '(' || attname || ' IS NOT NULL)'))
        ORDER BY 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual([]);
  } finally {
    await client.end();
    await drop();
  }
});
