export { CannotStart } from "./cannot-start.ts";
export { freePort } from "./free-port.ts";
export { isAlive } from "./process-alive.ts";
export { type Postgres, type PostgresOptions, startPostgres } from "./start-postgres.ts";
export { visitPostgres } from "./visit-postgres.ts";
