import { cpus } from "node:os";
import { pause } from "../load/crowd.ts";
import type { Histogram } from "../load/histogram.ts";
import { Cluster } from "../servers.ts";
import { foldExample } from "./fold-example.ts";
import { Load } from "./load-process.ts";
import type { Routing } from "./node-of.ts";
import { Nodes } from "./nodes.ts";
import { type CountryPlan, settleCountry } from "./settle-country.ts";
import { Tally } from "./tally.ts";
import { coresBetween, heldBytes, usageOf, type Written, writtenBy } from "./usage.ts";

export interface CountryOptions extends CountryPlan {
  readonly minutes: number;
  readonly workers: number;
  readonly routing: Routing;
}

/** The whole country on this machine: it comes in, reads, types; then every process of the server is killed, and what anybody had
 *  received, or was told to be durable, is looked for. */
export async function simulateCountry(options: CountryOptions, say: (line: string) => void) {
  const cluster = await Cluster.start();
  try {
    const databaseUrl = await cluster.createDatabase("bench_country");
    await withNodes(1, databaseUrl, ({ urls }) => foldExample(databaseUrl, urls[0]!));
    const { figures: country, sections } = await settleCountry(databaseUrl, options);
    say(`the country is there: ${JSON.stringify(country)}`);
    const load = Load.start(sections);
    try {
      const lived = await withNodes(options.workers, databaseUrl, (nodes) =>
        new Simulation(cluster, databaseUrl, nodes, load, say).run(options),
      );
      return { country, loadProcesses: load.size, ...lived };
    } finally {
      load.stop();
    }
  } finally {
    await cluster.stop();
  }
}

async function withNodes<T>(
  count: number,
  databaseUrl: string,
  act: (nodes: Nodes) => Promise<T>,
): Promise<T> {
  const nodes = await Nodes.start(count, databaseUrl);
  try {
    return await act(nodes);
  } finally {
    await nodes.kill("SIGTERM");
  }
}

/** Before all who type are at it: what each more of them costs, and how many the machine would have carried. */
const firstParts = [0.25, 0.5];
const sayEveryMs = 30_000;

class Simulation {
  constructor(
    private readonly cluster: Cluster,
    private readonly databaseUrl: string,
    private readonly nodes: Nodes,
    private readonly load: Load,
    private readonly say: (line: string) => void,
  ) {}

  async run({ minutes, routing }: CountryOptions) {
    const ms = minutes * 60_000;
    const settlingMs = Math.min(10_000, ms / 5);
    const empty = this.memory();
    const arrival = await this.arrive(routing);
    await pause(settlingMs);
    const reading = await this.watch("reading", ms / 5);
    const full = this.memory();
    const steps = [];
    for (const part of firstParts) {
      await this.load.tell("type", part);
      await pause(settlingMs);
      steps.push({ part, ...(await this.watch(`${part} of the typists`, ms / 5)) });
    }
    await this.load.tell("type", 1);
    await pause(settlingMs);
    const before = await writtenBy(this.databaseUrl);
    const typing = await this.watch("typing", ms);
    const written = growthBetween(before, await writtenBy(this.databaseUrl), typing.edits);
    const memory = { empty, reading: full, typing: this.memory() };
    const kill = await this.kill();
    return { arrival, reading, steps, typing, written, memory, kill };
  }

  private async arrive(routing: Routing) {
    this.say("arriving");
    const before = this.usage();
    const waits = (await this.load.enter({ urls: this.nodes.urls, routing }))
      .flat()
      .sort((one, two) => one - two);
    const cores = coresBetween(before, this.usage());
    const closed = new Tally();
    for (const report of await this.load.tell("report", null)) closed.add(report);
    const at = (share: number) => waits[Math.floor((waits.length - 1) * share)] ?? null;
    return this.said("arrived", {
      opened: waits.length,
      perSecond: waits.length / cores.seconds,
      p50Ms: at(0.5),
      p99Ms: at(0.99),
      closed: Object.fromEntries(closed.closed),
      cores,
    });
  }

  /** What happens within so much time. */
  private async watch(what: string, ms: number) {
    await this.load.tell("report", null);
    await this.nodes.metrics();
    const before = this.usage();
    for (let left = ms; left > 0; left -= sayEveryMs) {
      await pause(Math.min(left, sayEveryMs));
      this.say(`${what}: cores ${JSON.stringify(coresBetween(before, this.usage()))}`);
    }
    const reports = await this.load.tell("report", null);
    const cores = coresBetween(before, this.usage());
    const metrics = await this.nodes.metrics();
    const tally = new Tally();
    for (const report of reports) tally.add(report);
    const sum = (name: "cpuSeconds" | "askedAgain" | "holes") =>
      reports.reduce((total, report) => total + report[name], 0);
    const load = sum("cpuSeconds") / cores.seconds;
    return this.said(what, {
      seconds: cores.seconds,
      edits: tally.edits,
      perSecond: {
        edits: tally.edits / cores.seconds,
        deliveries: tally.fanOut.count / cores.seconds,
        carets: tally.carets.count / cores.seconds,
        presence: tally.presence / cores.seconds,
        questions: tally.questions / cores.seconds,
      },
      /** Of the arrivals that there were to be; letters on their way at either end make it differ from 1 by a little. */
      delivered: tally.fanOut.count / tally.awaited,
      fanOutMs: delaysOf(tally.fanOut),
      durableMs: delaysOf(tally.durable),
      caretMs: delaysOf(tally.carets),
      closed: Object.fromEntries(tally.closed),
      askedAgain: sum("askedAgain"),
      holes: sum("holes"),
      cores: { ...cores, load },
      /** Then what is measured is how the machine is shared, the load included. */
      machineIsFull: cores.machine > cpus().length * 0.95,
      nodes: metrics,
      loadLagP99Ms: Math.max(...reports.map(({ lagMs }) => lagMs)),
    });
  }

  private async kill() {
    // Profiles are written only by who ends well.
    await this.nodes.kill(process.env.BENCH_PROFILE ? "SIGTERM" : "SIGKILL");
    await this.load.tell("rest", null);
    const begun = performance.now();
    await this.nodes.restart();
    const secondsToReady = (performance.now() - begun) / 1000;
    const checked = await this.load.tell("check", null);
    const sum = (name: "sections" | "letters" | "lost") =>
      checked.reduce((total, share) => total + share[name], 0);
    return this.said("killed", {
      secondsToReady,
      sections: sum("sections"),
      letters: sum("letters"),
      lost: sum("lost"),
    });
  }

  private usage() {
    return usageOf(this.nodes, this.cluster);
  }

  private memory() {
    return { nodes: heldBytes(this.nodes.pids), postgres: heldBytes(this.cluster.pids) };
  }

  private said<T>(what: string, figures: T): T {
    this.say(`${what}: ${JSON.stringify(figures)}`);
    return figures;
  }
}

function delaysOf(delays: Histogram) {
  return delays.count === 0 ? null : { p50: delays.quantile(0.5), p99: delays.quantile(0.99) };
}

function growthBetween(before: Written, after: Written, edits: number) {
  const grown = (name: keyof Written) => after[name] - before[name];
  const imageBytes = grown("walImages") * 8_192;
  return {
    rows: grown("updateRows"),
    commits: grown("commits"),
    walBytes: grown("walBytes"),
    databaseBytes: grown("databaseBytes"),
    updateBytes: grown("updateBytes"),
    clientBytes: grown("clientBytes"),
    snapshotBytes: grown("snapshotBytes"),
    forEachEdit: {
      walBytes: grown("walBytes") / edits,
      walBytesWithoutImages: Math.max(0, grown("walBytes") - imageBytes) / edits,
      databaseBytes: grown("databaseBytes") / edits,
      rows: grown("updateRows") / edits,
    },
  };
}
