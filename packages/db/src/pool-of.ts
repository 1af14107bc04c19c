import type { Pool } from "pg";
import type { DataSource } from "typeorm";

/** The connections beneath, for a library that wants them bare. */
export function poolOf(database: DataSource): Pool {
  return (database.driver as unknown as { master: Pool }).master;
}
