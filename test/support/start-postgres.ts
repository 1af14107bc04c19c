/** A PostgreSQL for what is measured: started as the server starts its own. */
export { startPostgres } from "../../apps/server/src/postgres/index.ts";
