import { randomUUID } from "node:crypto";
import pg from "pg";
import type { Bus, Listener, News, SectionChannel, SectionListener, Topic } from "./bus.ts";
import { encodeAwareness, encodeGrowth, encodeQuestion, hearSectionNews, senderOf } from "./section-news.ts";

const channel = "upiao";
/** PostgreSQL refuses a payload of 8,000 bytes. */
const largestPayload = 7_999;
const longestPauseMs = 2_000;
/** A node that was heard of within this time is there: each that has a section open says so every 15 s. */
const nodeIsThereMs = 60_000;

/** News of a section travel as `*<sectionId><bytes in base64>`, all else as JSON. */
const sectionMark = "*";
const idLength = 36;

/** A bus on PostgreSQL's LISTEN and NOTIFY: it needs nothing that the platform does not have anyway. */
export async function openPostgresBus(url: string, onError: (error: unknown) => void): Promise<Bus> {
  const bus = new PostgresBus(url, onError);
  await bus.connect();
  return bus;
}

class PostgresBus implements Bus {
  readonly node = randomUUID();
  private readonly listeners = new Map<Topic, Set<Listener<Topic>>>();
  private readonly sections = new Map<string, SectionListener>();
  private readonly gapListeners = new Set<() => void>();
  private client: pg.Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private closed = false;
  private last: Promise<unknown> = Promise.resolve();
  private heardOthersAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly url: string,
    private readonly onError: (error: unknown) => void,
  ) {}

  get isConnected(): boolean {
    return this.client !== null;
  }

  async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: "upiao bus",
      keepAlive: true,
      // A notification writes nothing that a crash could take back: it need not wait for the disk.
      options: "-c synchronous_commit=off",
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
    await this.notify(payload);
  }

  subscribe<T extends Topic>(topic: T, listener: Listener<T>): () => void {
    const set = this.listeners.get(topic) ?? new Set();
    this.listeners.set(topic, set.add(listener as unknown as Listener<Topic>));
    return () => void set.delete(listener as unknown as Listener<Topic>);
  }

  openSection(sectionId: string, listener: SectionListener): SectionChannel {
    this.sections.set(sectionId, listener);
    const payloadOf = (bytes: Uint8Array) => payloadOfSection(sectionId, bytes);
    this.ask(sectionId);
    return {
      grown: (growth) => {
        if (!this.othersAreThere()) return;
        const payload = payloadOf(encodeGrowth(this.node, growth));
        const short = () => payloadOf(encodeGrowth(this.node, { seq: growth.seq, updates: [] }));
        this.send(payload.length > largestPayload ? short() : payload);
      },
      say: (awareness) => {
        if (!this.othersAreThere()) return;
        const payload = payloadOf(encodeAwareness(this.node, awareness));
        // Of what does not fit, whoever is there sees no cursors; the next window may be smaller.
        if (payload.length <= largestPayload) this.send(payload);
      },
      close: () => {
        if (this.sections.get(sectionId) === listener) this.sections.delete(sectionId);
      },
    };
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

  /** A node that is alone pays nothing for the others. */
  private othersAreThere(): boolean {
    return performance.now() - this.heardOthersAt < nodeIsThereMs;
  }

  private ask(sectionId: string): void {
    this.send(payloadOfSection(sectionId, encodeQuestion(this.node)));
  }

  private send(payload: string): void {
    this.notify(payload).catch(this.onError);
  }

  private async notify(payload: string): Promise<void> {
    // One after the other, as one connection asks. Without a connection the news is lost: it says nothing that
    // the others do not find in the database.
    const sent = this.last.then(() => this.client?.query("SELECT pg_notify($1, $2)", [channel, payload]));
    this.last = sent.catch(() => {});
    await sent;
  }

  private deliver(payload: string): void {
    if (payload.startsWith(sectionMark)) return this.deliverOfSection(payload);
    const { topic, node, body } = JSON.parse(payload) as { topic: Topic; node?: string; body: News[Topic] };
    if (node !== undefined && node !== this.node) this.heardOthersAt = performance.now();
    for (const listener of this.listeners.get(topic) ?? []) listener(body, node ?? null);
  }

  private deliverOfSection(payload: string): void {
    const bytes = Buffer.from(payload.slice(idLength + 1), "base64");
    if (senderOf(bytes) === this.node) return;
    this.heardOthersAt = performance.now();
    const listener = this.sections.get(payload.slice(1, idLength + 1));
    if (listener) hearSectionNews(bytes, listener);
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
        // Others may have taken this node for gone, and told it nothing.
        for (const sectionId of this.sections.keys()) this.ask(sectionId);
      } catch (error) {
        this.onError(error);
        this.reconnect(Math.min(pauseMs * 2, longestPauseMs));
      }
    }, pauseMs);
  }
}

function payloadOfSection(sectionId: string, bytes: Uint8Array): string {
  return sectionMark + sectionId + Buffer.from(bytes).toString("base64");
}
