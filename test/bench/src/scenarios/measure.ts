import { cpuBetween, cpuSeconds } from "../cpu.ts";
import type { Crowd } from "../load/crowd.ts";
import { pause } from "../load/crowd.ts";
import type { Cluster, Server } from "../servers.ts";

export interface Figures {
  readonly p50: number;
  readonly p99: number;
  readonly perSecond: number;
  /** Seconds of the server's processor for a million deliveries, and of PostgreSQL's. */
  readonly cpuPerMillion: number | null;
  readonly databaseCpuPerMillion: number | null;
  /** Share of a core that the measuring itself took: near 1, it is what is measured. */
  readonly ownLoad: number;
}

const warmUpMs = 3_000;

/** Counts what arrives for some seconds, after a warm-up. */
export async function measure(
  server: Server,
  cluster: Cluster,
  crowd: Crowd,
  seconds: number,
  of: "delays" | "cursorDelays" = "delays",
): Promise<Figures> {
  await pause(warmUpMs);
  const delays = crowd.tally[of];
  delays.clear();
  const before = {
    server: cpuSeconds([server.pid]),
    database: cpuSeconds(cluster.pids),
    own: process.cpuUsage(),
    at: performance.now(),
  };
  crowd.tally.isCounting = true;
  await pause(seconds * 1000);
  crowd.tally.isCounting = false;
  const elapsed = (performance.now() - before.at) / 1000;
  const { count } = delays;
  const own = process.cpuUsage(before.own);
  const perMillion = (then: ReadonlyMap<number, number>, pids: readonly number[]) => {
    const used = cpuBetween(then, cpuSeconds(pids));
    return used === null || count === 0 ? null : (used / count) * 1e6;
  };
  return {
    p50: delays.quantile(0.5),
    p99: delays.quantile(0.99),
    perSecond: count / elapsed,
    cpuPerMillion: perMillion(before.server, [server.pid]),
    databaseCpuPerMillion: perMillion(before.database, cluster.pids),
    ownLoad: (own.user + own.system) / 1e6 / elapsed,
  };
}
