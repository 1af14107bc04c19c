import { freePort } from "../../../../apps/server/src/postgres/index.ts";
import { familyOf } from "../cpu.ts";
import { buildOurs, Running } from "../servers.ts";

/** What `/metrics` of the nodes say, added up; of the event loop's delay the worst. */
export interface NodeMetrics {
  readonly connections: number;
  readonly openSections: number;
  readonly heapBytes: number;
  readonly lagP99Ms: number;
}

/** Nodes of the platform on one database, each a process with a port of its own. */
export class Nodes {
  private constructor(
    private readonly running: readonly Running[],
    readonly urls: readonly string[],
  ) {}

  static async start(count: number, databaseUrl: string): Promise<Nodes> {
    const main = `${buildOurs()}/server/main.js`;
    const ports: number[] = [];
    const running: Running[] = [];
    for (let node = 0; node < count; node++) {
      const port = await freePort();
      ports.push(port);
      running.push(
        await Running.start(main, { DATABASE_URL: databaseUrl, UPIAO_SEED: "demo", PORT: `${port}` }),
      );
    }
    return new Nodes(
      running,
      ports.map((port) => `ws://127.0.0.1:${port}`),
    );
  }

  /** Of their processes, and of what those have started. */
  get pids(): number[] {
    return this.running.flatMap(({ pid }) => familyOf(pid));
  }

  /** Asking begins a new measure of the event loop's delay. */
  async metrics(): Promise<NodeMetrics> {
    const printed = await Promise.all(
      this.urls.map(async (url) => (await fetch(`${url.replace("ws", "http")}/metrics`)).text()),
    );
    const all = (name: string) =>
      printed.map((text) => Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1]));
    const sum = (name: string) => all(name).reduce((one, other) => one + other, 0);
    return {
      connections: sum("upiao_sync_connections"),
      openSections: sum("upiao_sync_sections"),
      heapBytes: sum("nodejs_heap_size_used_bytes"),
      lagP99Ms: Math.max(...all("nodejs_eventloop_lag_p99_seconds")) * 1000,
    };
  }

  async kill(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    await Promise.all(this.running.map((node) => node.kill(signal)));
  }

  async restart(): Promise<void> {
    await Promise.all(this.running.map((node) => node.restart()));
  }
}
