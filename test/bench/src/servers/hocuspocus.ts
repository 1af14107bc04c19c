import { Database } from "@hocuspocus/extension-database";
import { Server } from "@hocuspocus/server";
import pg from "pg";

/** With its defaults; with `DATABASE_URL` its extension stores in PostgreSQL, as its documentation shows. */
const url = process.env.DATABASE_URL;
const pool = url ? new pg.Pool({ connectionString: url }) : null;
await pool?.query("CREATE TABLE IF NOT EXISTS documents (name text PRIMARY KEY, data bytea NOT NULL)");

const server = new Server({
  port: Number(process.env.PORT),
  address: "127.0.0.1",
  quiet: true,
  extensions: pool ? [storage(pool)] : [],
});
await server.listen();
process.stdout.write("ready\n");

function storage(pool: pg.Pool): Database {
  return new Database({
    fetch: async ({ documentName }) => {
      const { rows } = await pool.query<{ data: Buffer }>("SELECT data FROM documents WHERE name = $1", [
        documentName,
      ]);
      return rows[0]?.data ?? null;
    },
    store: async ({ documentName, state }) => {
      await pool.query(
        "INSERT INTO documents VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET data = excluded.data",
        [documentName, state],
      );
    },
  });
}
