import { EventEmitter } from "node:events";
import { Redis, type RedisOptions } from "ioredis";
import type { Wire, WireEvents } from "./wire.ts";

/** A command that is not answered by then tells that the connection is dead, though nobody has closed it. */
const answerMs = 5_000;
const longestPauseMs = 2_000;
/** Beyond these, news are lost: Redis is not keeping up, and what they tell can be read. */
const mostWaitingBytes = 8 * 1024 * 1024;
/** Channels in one command, when all are subscribed to again. */
const channelsAtOnce = 1_000;

const connectionLost = "the bus lost its connection to Redis";

const options: RedisOptions = {
  lazyConnect: true,
  connectTimeout: answerMs,
  // `socketTimeout` would do the same, but its timer outlives the connection and ends the next one.
  commandTimeout: answerMs,
  retryStrategy: (times) => Math.min(longestPauseMs, 100 * 2 ** (times - 1)),
  // News that could not be said are lost, not kept: by the time it is back others have read more than they tell.
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 0,
  // Here, once both connections are there.
  autoResubscribe: false,
  disableClientInfo: true,
};

/** News between nodes by a Redis or Valkey: a channel for each open section, on which the bytes travel as they are. */
export class RedisWire extends EventEmitter<WireEvents> implements Wire {
  readonly kind = "REDIS";
  /** More is sooner read from the log than carried twice. */
  readonly largestBytes = 1024 * 1024;
  private readonly publisher: Redis;
  private readonly subscriber: Redis;
  private readonly sections = new Set<string>();
  private readonly check: NodeJS.Timeout;
  private state: "NEW" | "CONNECTED" | "LOST" | "CLOSED" = "NEW";
  private listening: Promise<void> | null = null;
  private waitingBytes = 0;
  private fault: unknown = new Error(connectionLost);

  /** `name` tells this installation from others that use the same Redis. */
  constructor(
    url: string,
    private readonly name: string,
  ) {
    super();
    this.publisher = new Redis(url, options);
    this.subscriber = new Redis(url, options);
    for (const connection of [this.publisher, this.subscriber]) {
      connection.on("ready", () => void this.listen());
      connection.on("error", (error) => {
        this.fault = error;
      });
      connection.on("close", () => this.lose());
    }
    this.subscriber.on("messageBuffer", (channel: Buffer, message: Buffer) => this.hear(channel, message));
    // An idle connection that was cut without a word shows by its silence.
    this.check = setInterval(() => this.tryConnections(), answerMs);
    this.check.unref();
  }

  /** Waits for the first attempt to succeed or fail: without Redis the platform serves, and goes on trying. */
  async connect(): Promise<void> {
    await Promise.allSettled([this.publisher.connect(), this.subscriber.connect()]);
    await this.listen();
  }

  get isConnected(): boolean {
    return this.state === "CONNECTED";
  }

  tell(text: string): void {
    this.publish(this.name, Buffer.from(text));
  }

  tellSection(sectionId: string, message: Uint8Array): void {
    const { buffer, byteOffset, byteLength } = message;
    this.publish(this.channelOf(sectionId), Buffer.from(buffer, byteOffset, byteLength));
  }

  openSection(sectionId: string, onOpen: () => void): void {
    this.sections.add(sectionId);
    if (!this.isConnected) return;
    this.subscriber.subscribe(this.channelOf(sectionId)).then(() => {
      if (this.sections.has(sectionId)) onOpen();
    }, ignore);
  }

  closeSection(sectionId: string): void {
    this.sections.delete(sectionId);
    if (this.isConnected) this.subscriber.unsubscribe(this.channelOf(sectionId)).catch(ignore);
  }

  async close(): Promise<void> {
    const wasConnected = this.isConnected;
    this.state = "CLOSED";
    clearInterval(this.check);
    // What was just said is still on its way.
    if (wasConnected) await this.publisher.quit().catch(ignore);
    this.publisher.disconnect();
    this.subscriber.disconnect();
  }

  private listen(): Promise<void> {
    if (!this.isConnected && this.mayListen)
      this.listening ??= this.subscribeToAll().finally(() => {
        this.listening = null;
      });
    return this.listening ?? Promise.resolve();
  }

  private get mayListen(): boolean {
    return this.publisher.status === "ready" && this.subscriber.status === "ready" && this.state !== "CLOSED";
  }

  private async subscribeToAll(): Promise<void> {
    const { sections } = this;
    const known = new Set(sections);
    const channels = [this.name, ...[...known].map((sectionId) => this.channelOf(sectionId))];
    try {
      for (let at = 0; at < channels.length; at += channelsAtOnce)
        await this.subscriber.subscribe(...channels.slice(at, at + channelsAtOnce));
    } catch (error) {
      // A connection that is gone has said why itself.
      if (this.mayListen) this.fault = error;
      return this.lose();
    }
    if (!this.mayListen) return;
    this.state = "CONNECTED";
    this.fault = new Error(connectionLost);
    // What was opened and closed meanwhile.
    for (const sectionId of sections) if (!known.has(sectionId)) this.openSection(sectionId, ignore);
    for (const sectionId of known) if (!sections.has(sectionId)) this.closeSection(sectionId);
    this.emit("connected");
  }

  private publish(channel: string, message: Buffer): void {
    if (!this.isConnected || this.waitingBytes > mostWaitingBytes) return;
    this.waitingBytes += message.length;
    const settle = () => {
      this.waitingBytes -= message.length;
    };
    this.publisher.publish(channel, message).then(settle, settle);
  }

  private hear(channel: Buffer, message: Buffer): void {
    if (channel.length === this.name.length) this.emit("text", message.toString());
    else this.emit("ofSection", channel.toString("latin1", this.name.length + 1), message);
  }

  private tryConnections(): void {
    if (!this.isConnected) return void this.listen();
    for (const connection of [this.publisher, this.subscriber])
      connection.ping().catch(() => connection.disconnect(true));
  }

  private lose(): void {
    if (this.state === "LOST" || this.state === "CLOSED") return;
    this.state = "LOST";
    this.emit("lost", this.fault);
  }

  private channelOf(sectionId: string): string {
    return `${this.name}:${sectionId}`;
  }
}

function ignore(): void {}
