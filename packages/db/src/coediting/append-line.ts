import pg from "pg";
import type { DataSource } from "typeorm";
import { type AppendedRow, AppendRows } from "./append-rows.ts";

/** A connection of the log's own, on which nearly every letter is written: to go through a pool would cost more than the
 *  row. It is opened when it is needed and again after it was cut. */
export class AppendLine {
  private client: Promise<pg.Client> | null = null;
  private current: pg.Client | null = null;

  constructor(private readonly database: DataSource) {}

  /** Writes the rows whose place is free and commits; answers their logs. */
  async insert(rows: readonly AppendedRow[]): Promise<ReadonlySet<number>> {
    const client = await this.connected();
    return client.query(new AppendRows(rows)).taken;
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
