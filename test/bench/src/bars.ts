import type { Result } from "./scenarios/index.ts";
import type { ServerName } from "./servers.ts";

/** What was measured: the median of the rounds, by scenario and server. */
export type Measured = ReadonlyMap<string, ReadonlyMap<ServerName, Result>>;

interface Bar {
  readonly what: string;
  readonly value: (of: (scenario: string, server: ServerName, figure: string) => number) => number;
  readonly must: number;
  readonly dream: number;
  /** Whether more is better. */
  readonly more?: true;
}

const hp = "hocuspocus-postgres";

/** The ratios that count, and what they have to be. */
const bars: readonly Bar[] = [
  {
    what: "edits lost at kill -9 that somebody had seen",
    value: (of) => of("kill", "upiao", "lost"),
    must: 0,
    dream: 0,
  },
  {
    what: "deliveries/s at p99 < 100 ms, to hocuspocus",
    value: (of) => of("ramp", "upiao", "perSecond") / of("ramp", "hocuspocus", "perSecond"),
    must: 1.5,
    dream: 2.5,
    more: true,
  },
  {
    what: "… to y-websocket-server",
    value: (of) => of("ramp", "upiao", "perSecond") / of("ramp", "y-websocket-server", "perSecond"),
    must: 3,
    dream: 3,
    more: true,
  },
  {
    what: "CPU per delivery at 60 k/s, to hocuspocus without storage",
    value: (of) => of("steady", "upiao", "cpuPerMillion") / of("steady", "hocuspocus", "cpuPerMillion"),
    must: 0.8,
    dream: 0.55,
  },
  {
    what: "CPU per delivery at the quiet office, to hocuspocus and PostgreSQL",
    value: (of) => of("quiet", "upiao", "cpuPerMillion") / of("quiet", hp, "cpuPerMillion"),
    must: 0.8,
    dream: 0.55,
  },
  {
    what: "added latency over a relay, p50 in ms",
    value: (of) => of("quiet", "upiao", "p50") - of("quiet", "relay", "p50"),
    must: 2,
    dream: 0.5,
  },
  {
    what: "added latency over a relay, p99 in ms",
    value: (of) => of("quiet", "upiao", "p99") - of("quiet", "relay", "p99"),
    must: 10,
    dream: 4,
  },
  {
    what: "cursors: CPU for each move shown, to hocuspocus",
    value: (of) =>
      of("cursors", "upiao", "cpuPerMillionMoves") / of("cursors", "hocuspocus", "cpuPerMillionMoves"),
    must: 0.16,
    dream: 0.12,
  },
  {
    what: "opening 260 k edits, p50, to hocuspocus and PostgreSQL",
    value: (of) => of("opening", "upiao", "p50of260000") / of("opening", hp, "p50of260000"),
    must: 0.45,
    dream: 0.3,
  },
  {
    what: "opening 260 k edits, p95",
    value: (of) => of("opening", "upiao", "p95of260000") / of("opening", hp, "p95of260000"),
    must: 0.4,
    dream: 0.3,
  },
  {
    what: "memory of an idle connection, to hocuspocus",
    value: (of) => of("idle", "upiao", "perConnection") / of("idle", "hocuspocus", "perConnection"),
    must: 0.4,
    dream: 0.4,
  },
  {
    what: "memory of an open section, to hocuspocus",
    value: (of) => of("idle", "upiao", "perSection") / of("idle", "hocuspocus", "perSection"),
    must: 0.15,
    dream: 0.15,
  },
  {
    what: "1,000 reconnecting, wall, to hocuspocus",
    value: (of) => of("reconnecting", "upiao", "wallMs") / of("reconnecting", "hocuspocus", "wallMs"),
    must: 0.65,
    dream: 0.65,
  },
  {
    what: "1,000 reconnecting, wall, to a relay",
    value: (of) => of("reconnecting", "upiao", "wallMs") / of("reconnecting", "relay", "wallMs"),
    must: Number.POSITIVE_INFINITY,
    dream: 1.1,
  },
  {
    what: "two nodes, p50 over one node in ms",
    value: (of) => of("two-nodes", "upiao", "added"),
    must: 3,
    dream: 1,
  },
  {
    what: "write-ahead log for each edit, bytes",
    value: (of) => of("writing", "upiao", "perEdit"),
    must: 250,
    dream: 200,
  },
];

export interface Judged {
  readonly what: string;
  readonly value: number | null;
  readonly must: number;
  readonly dream: number;
  readonly verdict: "dream" | "must" | "missed" | "not measured";
}

export function judge(measured: Measured): Judged[] {
  const of = (scenario: string, server: ServerName, figure: string) =>
    measured.get(scenario)?.get(server)?.[figure] ?? Number.NaN;
  return bars.map(({ what, value, must, dream, more }) => {
    const found = value(of);
    const reaches = (bar: number) => (more ? found >= bar : found <= bar);
    const verdict = Number.isNaN(found)
      ? "not measured"
      : reaches(dream)
        ? "dream"
        : reaches(must)
          ? "must"
          : "missed";
    return { what, value: Number.isNaN(found) ? null : found, must, dream, verdict };
  });
}
