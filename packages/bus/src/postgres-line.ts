import { EventEmitter } from "node:events";
import pg from "pg";

const channel = "upiao";
const longestPauseMs = 2_000;
/** A statement that is not answered by then tells that the connection is dead, though nobody has closed it. */
const answerMs = 5_000;
/** Beyond these, news are lost: PostgreSQL is not keeping up, and what they tell can be read. */
const mostWaitingBytes = 8 * 1024 * 1024;

interface LineEvents {
  heard: [payload: string];
  /** After it was cut. */
  connected: [];
  lost: [error: unknown];
}

/** A connection to PostgreSQL for LISTEN and NOTIFY, opened again whenever it is cut. */
export class PostgresLine extends EventEmitter<LineEvents> {
  private client: pg.Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private waiting: string[] = [];
  private waitingBytes = 0;
  private sending: Promise<void> | null = null;
  private closed = false;

  private constructor(private readonly url: string) {
    super();
  }

  /** Throws when PostgreSQL cannot be reached. */
  static async open(url: string): Promise<PostgresLine> {
    const line = new PostgresLine(url);
    await line.connect();
    return line;
  }

  get isConnected(): boolean {
    return this.client !== null;
  }

  /** Says it to everybody who listens, this node too. All that is said while a statement runs goes into the next. */
  notify(payload: string): void {
    if (!this.client || this.waitingBytes > mostWaitingBytes) return;
    this.waiting.push(payload);
    this.waitingBytes += payload.length;
    this.sending ??= this.send();
  }

  /** What tells this database from every other, by whatever address it is reached. */
  async nameOfDatabase(): Promise<string> {
    const { rows } = await this.client!.query(
      `SELECT system_identifier || '.' || oid AS name FROM pg_control_system(), pg_database
        WHERE datname = current_database()`,
    );
    return rows[0].name;
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.retry) clearTimeout(this.retry);
    await this.sending;
    await this.client?.end();
    this.client = null;
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: "upiao bus",
      keepAlive: true,
      connectionTimeoutMillis: answerMs,
      query_timeout: answerMs,
      // A notification writes nothing that a crash could take back: it need not wait for the disk.
      options: "-c synchronous_commit=off",
    });
    client.on("notification", ({ payload }) => this.emit("heard", payload ?? ""));
    client.on("error", (error) => this.lose(client, error));
    client.on("end", () => this.lose(client, new Error("the bus lost its connection to PostgreSQL")));
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`);
    } catch (error) {
      void client.end().catch(() => {});
      throw error;
    }
    this.client = client;
  }

  private async send(): Promise<void> {
    // What a round of commits has to say is said in one turn.
    await Promise.resolve();
    while (this.client && this.waiting.length > 0) {
      const { client, waiting } = this;
      this.waiting = [];
      this.waitingBytes = 0;
      try {
        await client.query({
          name: "notify",
          text: "SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload",
          values: [channel, waiting],
        });
      } catch (error) {
        this.lose(client, error);
      }
    }
    this.sending = null;
  }

  private lose(client: pg.Client, error: unknown): void {
    if (this.closed || this.client !== client) return;
    this.client = null;
    this.waiting = [];
    this.waitingBytes = 0;
    void client.end().catch(() => {});
    this.emit("lost", error);
    this.reconnect(100);
  }

  // Tries as long as the process lives: without news it could not let anybody go on writing.
  private reconnect(pauseMs: number): void {
    if (this.closed) return;
    this.retry = setTimeout(async () => {
      try {
        await this.connect();
      } catch {
        return this.reconnect(Math.min(pauseMs * 2, longestPauseMs));
      }
      if (this.closed) await this.close();
      else this.emit("connected");
    }, pauseMs);
  }
}
