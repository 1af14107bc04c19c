import pg from "pg";
import type { DataSource } from "typeorm";

/** Batches of so many sections and fewer are planned once; more of them are rare. */
const mostPlanned = 16;

/** A row for each batch, if its place is free. Rows below the snapshot may have been removed, so their places are not. */
export function insertBatches(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const [log, seq, updates] = [1, 2, 3].map((column) => `$${index * 3 + column}`);
    return index === 0
      ? `(${log}::integer, ${seq}::integer, ${updates}::bytea)`
      : `(${log}, ${seq}, ${updates})`;
  });
  return `INSERT INTO section_update (log, seq, at, updates)
    SELECT log, seq, now(), updates FROM (VALUES ${rows.join(", ")}) AS new (log, seq, updates)
     WHERE NOT EXISTS (SELECT FROM section_snapshot AS base WHERE base.log = new.log AND base.seq >= new.seq)
    ON CONFLICT DO NOTHING RETURNING log`;
}

/** A connection of the log's own, on which nearly every letter is written: a pool, and a plan made anew, would each cost
 *  more than the row. It is opened when it is needed and again after it was cut. */
export class AppendLine {
  private client: Promise<pg.Client> | null = null;
  private current: pg.Client | null = null;

  constructor(private readonly database: DataSource) {}

  /** Runs `insertBatches` and commits; answers the logs whose place was free. Values are log, seq and bytes of each. */
  async insert(values: readonly (number | Buffer)[]): Promise<{ log: number }[]> {
    const count = values.length / 3;
    const client = await this.connected();
    const name = count <= mostPlanned ? `append ${count}` : undefined;
    const { rows } = await client.query<{ log: number }>({
      name,
      text: insertBatches(count),
      values: [...values],
    });
    return rows;
  }

  async close(): Promise<void> {
    const client = await this.client?.catch(() => null);
    await client?.end();
  }

  private connected(): Promise<pg.Client> {
    this.client ??= this.connect();
    return this.client;
  }

  private async connect(): Promise<pg.Client> {
    const { url } = this.database.options as { url: string };
    const client = new pg.Client({
      connectionString: url,
      application_name: "upiao log",
      connectionTimeoutMillis: 5_000,
      statement_timeout: 30_000,
      keepAlive: true,
    });
    const forget = () => {
      if (this.current === client) this.client = null;
    };
    this.current = client;
    // Whatever it was doing is told by the query itself.
    client.on("error", forget);
    client.on("end", forget);
    try {
      await client.connect();
      return client;
    } catch (error) {
      forget();
      throw error;
    }
  }
}
