import { randomUUID } from "node:crypto";
import type {
  Bus,
  Gap,
  Growth,
  Listener,
  News,
  Reach,
  SectionChannel,
  SectionListener,
  Topic,
} from "./bus.ts";
import { type Hello, helloMs, OtherNodes } from "./other-nodes.ts";
import type { PostgresLine } from "./postgres-line.ts";
import { encodeAwareness, encodeGrowth, encodeQuestion, hearSectionNews, senderOf } from "./section-news.ts";
import { textsOf } from "./texts-of.ts";
import type { Wire } from "./wire.ts";

/** A node among others. By the line to PostgreSQL it hears which rights have changed and which other nodes there are; all
 *  else goes by the wire, and only while somebody else may be there. */
export class NodeBus implements Bus {
  readonly node = randomUUID();
  private readonly listeners = new Map<Topic, Set<Listener<Topic>>>();
  private readonly gapListeners = new Map<Gap, Set<() => void>>();
  private readonly sections = new Map<string, SectionListener>();
  private readonly others = new OtherNodes();
  private readonly hello: NodeJS.Timeout;
  private isLeaving = false;

  constructor(
    private readonly line: PostgresLine,
    private readonly wire: Wire,
    private readonly onError: (error: unknown) => void,
  ) {
    line.on("heard", (payload) => {
      if (payload.startsWith("{")) this.hear(payload);
    });
    line.on("lost", onError);
    line.on("connected", () => {
      this.meetOthers();
      this.tellGap("rights");
    });
    wire.on("text", (text) => this.hear(text));
    wire.on("ofSection", (sectionId, message) => this.hearOfSection(sectionId, message));
    wire.on("lost", (error) => {
      this.onError(error);
      this.sayHello();
    });
    wire.on("connected", () => {
      this.sayHello();
      this.tellGap("presence");
      this.tellGap("growth");
      this.tellGap("review");
    });
    this.meetOthers();
    this.hello = setInterval(() => {
      this.sayHello();
      if (line.isConnected) this.others.forgetSilent();
    }, helloMs);
    this.hello.unref();
  }

  get isConnected(): boolean {
    return this.line.isConnected && this.wire.isConnected;
  }

  get reach(): Reach {
    if (!this.isConnected || !this.others.allHearBy(this.wire.kind)) return "BROKEN";
    return this.others.mayBeThere ? "ALL" : "ALONE";
  }

  publish<T extends Topic>(topic: T, news: News[T]): void {
    this.deliver(topic, news, this.node);
    if (!this.others.mayBeThere) return;
    this.guard(() => {
      for (const text of textsOf(this.node, topic, news, this.wire.largestBytes)) this.wire.tell(text);
    });
  }

  subscribe<T extends Topic>(topic: T, listener: Listener<T>): () => void {
    return addTo(this.listeners, topic, listener as unknown as Listener<Topic>);
  }

  grown(sectionId: string, growth: Growth): void {
    this.guard(() => this.sections.get(sectionId)?.grown(growth));
    this.tellGrowth(sectionId, growth);
  }

  onGap(gap: Gap, listener: () => void): () => void {
    return addTo(this.gapListeners, gap, listener);
  }

  openSection(sectionId: string, listener: SectionListener): SectionChannel {
    this.sections.set(sectionId, listener);
    this.wire.openSection(sectionId, () => this.tellOfSection(sectionId, encodeQuestion(this.node)));
    return {
      grown: (growth) => this.tellGrowth(sectionId, growth),
      say: (awareness) => this.tellOfSection(sectionId, encodeAwareness(this.node, awareness)),
      close: () => {
        if (this.sections.get(sectionId) !== listener) return;
        this.sections.delete(sectionId);
        this.wire.closeSection(sectionId);
      },
    };
  }

  async close(): Promise<void> {
    clearInterval(this.hello);
    // Whom it hears of while it goes, it does not answer.
    this.isLeaving = true;
    await this.wire.close();
    this.line.notify(JSON.stringify({ topic: "goodbye", node: this.node }));
    await this.line.close();
  }

  private tellGrowth(sectionId: string, growth: Growth): void {
    if (!this.others.mayBeThere) return;
    const message = encodeGrowth(this.node, growth);
    const fits = message.length <= this.wire.largestBytes;
    this.wire.tellSection(sectionId, fits ? message : encodeGrowth(this.node, { ...growth, updates: [] }));
  }

  private tellOfSection(sectionId: string, message: Uint8Array): void {
    // Of what does not fit, whoever is there sees no cursors; the next window may be smaller.
    if (this.others.mayBeThere && message.length <= this.wire.largestBytes)
      this.wire.tellSection(sectionId, message);
  }

  private hear(text: string): void {
    this.guard(() => {
      const { topic, node, body } = JSON.parse(text);
      if (node === this.node) return;
      if (topic === "goodbye") this.others.forget(node);
      else if (topic !== "hello") this.deliver(topic, body, node ?? null);
      else if (this.others.hear(node, body)) this.sayHello();
    });
  }

  private hearOfSection(sectionId: string, message: Uint8Array): void {
    const listener = this.sections.get(sectionId);
    if (!listener) return;
    this.guard(() => {
      if (senderOf(message) !== this.node) hearSectionNews(message, listener);
    });
  }

  private deliver<T extends Topic>(topic: T, news: News[T], node: string | null): void {
    for (const listener of this.listeners.get(topic) ?? []) this.guard(() => listener(news, node));
  }

  private tellGap(gap: Gap): void {
    for (const listener of this.gapListeners.get(gap) ?? []) this.guard(listener);
  }

  /** Whatever comes from elsewhere, and whatever a listener does with it, the others go on hearing. */
  private guard(hear: () => void): void {
    try {
      hear();
    } catch (error) {
      this.onError(error);
    }
  }

  private meetOthers(): void {
    this.others.askAgain();
    this.sayHello();
  }

  private sayHello(): void {
    if (this.isLeaving) return;
    const hello: Hello = { wire: this.wire.isConnected ? this.wire.kind : null };
    this.line.notify(JSON.stringify({ topic: "hello", node: this.node, body: hello }));
  }
}

function addTo<Key, Value>(sets: Map<Key, Set<Value>>, key: Key, value: Value): () => void {
  const set = sets.get(key) ?? new Set();
  sets.set(key, set.add(value));
  return () => void set.delete(value);
}
