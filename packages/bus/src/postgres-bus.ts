import { randomUUID } from "node:crypto";
import pg from "pg";
import type { Bus, Listener, News, Topic } from "./bus.ts";

const channel = "upiao";
/** PostgreSQL refuses a payload of 8,000 bytes. */
const largestPayload = 7_999;
const longestPauseMs = 2_000;

/** A bus on PostgreSQL's LISTEN and NOTIFY: it needs nothing that the platform does not have anyway. */
export async function openPostgresBus(url: string, onError: (error: unknown) => void): Promise<Bus> {
  const bus = new PostgresBus(url, onError);
  await bus.connect();
  return bus;
}

class PostgresBus implements Bus {
  readonly node = randomUUID();
  private readonly listeners = new Map<Topic, Set<Listener<Topic>>>();
  private readonly gapListeners = new Set<() => void>();
  private client: pg.Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private closed = false;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly url: string,
    private readonly onError: (error: unknown) => void,
  ) {}

  async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: "upiao bus",
      keepAlive: true,
    });
    client.on("notification", ({ payload }) => this.deliver(payload ?? ""));
    client.on("error", (error) => this.lose(client, error));
    client.on("end", () => this.lose(client, new Error("the bus lost its connection")));
    await client.connect();
    await client.query(`LISTEN ${channel}`);
    this.client = client;
  }

  async publish<T extends Topic>(topic: T, news: News[T]): Promise<void> {
    const payload = JSON.stringify({ topic, node: this.node, body: news });
    if (Buffer.byteLength(payload) > largestPayload)
      throw new Error(`news of ${topic} are too long for the bus`);
    // One after the other, as one connection asks. Without a connection the news is lost: it says nothing that
    // the others do not find in the database.
    const sent = this.last.then(() => this.client?.query("SELECT pg_notify($1, $2)", [channel, payload]));
    this.last = sent.catch(() => {});
    await sent;
  }

  subscribe<T extends Topic>(topic: T, listener: Listener<T>): () => void {
    const set = this.listeners.get(topic) ?? new Set();
    this.listeners.set(topic, set.add(listener as unknown as Listener<Topic>));
    return () => void set.delete(listener as unknown as Listener<Topic>);
  }

  onGap(listener: () => void): () => void {
    this.gapListeners.add(listener);
    return () => void this.gapListeners.delete(listener);
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.retry) clearTimeout(this.retry);
    await this.client?.end();
  }

  private deliver(payload: string): void {
    const { topic, node, body } = JSON.parse(payload) as { topic: Topic; node?: string; body: News[Topic] };
    for (const listener of this.listeners.get(topic) ?? []) listener(body, node ?? null);
  }

  private lose(client: pg.Client, error: unknown): void {
    if (this.closed || this.client !== client) return;
    this.client = null;
    this.onError(error);
    this.reconnect(100);
  }

  // Tries as long as the process lives: without news it could not let anybody go on writing.
  private reconnect(pauseMs: number): void {
    if (this.closed) return;
    this.retry = setTimeout(async () => {
      try {
        await this.connect();
        for (const listener of this.gapListeners) listener();
      } catch (error) {
        this.onError(error);
        this.reconnect(Math.min(pauseMs * 2, longestPauseMs));
      }
    }, pauseMs);
  }
}
