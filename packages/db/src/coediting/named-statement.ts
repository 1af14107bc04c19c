import type { Pool, QueryResult } from "pg";
import type { DataSource } from "typeorm";

/** A statement that PostgreSQL plans once for each connection: TypeORM has each planned anew, which for a row of a few
 *  bytes costs more than writing it. It commits by itself. */
export function runNamed<Row extends object>(
  database: DataSource,
  name: string,
  text: string,
  values: readonly unknown[],
): Promise<QueryResult<Row>> {
  const { master } = database.driver as unknown as { master: Pool };
  return master.query<Row>({ name, text, values: [...values] });
}
