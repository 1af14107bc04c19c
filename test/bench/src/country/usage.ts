import { readFileSync } from "node:fs";
import pg from "pg";
import { cpuBetween, cpuSeconds } from "../cpu.ts";
import type { Cluster } from "../servers.ts";
import type { Nodes } from "./nodes.ts";

/** Seconds of processor, as far as they have come by now. */
export interface Usage {
  readonly at: number;
  readonly nodes: ReadonlyMap<number, number>;
  readonly postgres: ReadonlyMap<number, number>;
  /** Of the whole machine, whoever used it, and taken by other machines on the same host; NaN where there is no /proc. */
  readonly machine: number;
  readonly stolen: number;
}

/** Cores that were in use. */
export interface Cores {
  readonly seconds: number;
  readonly nodes: number | null;
  readonly postgres: number | null;
  readonly machine: number;
  readonly stolen: number;
}

export function usageOf(nodes: Nodes, cluster: Cluster): Usage {
  const { busy, stolen } = machineSeconds();
  return {
    at: performance.now(),
    nodes: cpuSeconds(nodes.pids),
    postgres: cpuSeconds(cluster.pids),
    machine: busy,
    stolen,
  };
}

export function coresBetween(before: Usage, after: Usage): Cores {
  const seconds = (after.at - before.at) / 1000;
  const cores = (used: number | null) => (used === null ? null : used / seconds);
  return {
    seconds,
    nodes: cores(cpuBetween(before.nodes, after.nodes)),
    postgres: cores(cpuBetween(before.postgres, after.postgres)),
    machine: (after.machine - before.machine) / seconds,
    stolen: (after.stolen - before.stolen) / seconds,
  };
}

/** What these processes hold, with what they share counted once. */
export function heldBytes(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    try {
      const [, kb] = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8")) ?? [];
      return sum + Number(kb) * 1024;
    } catch {
      return sum;
    }
  }, 0);
}

/** What the database has written so far. */
export interface Written {
  readonly walBytes: number;
  /** Images of whole pages, which follow a checkpoint. */
  readonly walImages: number;
  readonly commits: number;
  readonly databaseBytes: number;
  readonly updateBytes: number;
  readonly snapshotBytes: number;
  readonly clientBytes: number;
  readonly updateRows: number;
}

export async function writtenBy(databaseUrl: string): Promise<Written> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Record<keyof Written, string>>(
      `SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn AS "walBytes", wal_fpi AS "walImages",
              (SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()) AS commits,
              pg_database_size(current_database()) AS "databaseBytes",
              pg_total_relation_size('section_update') AS "updateBytes",
              pg_total_relation_size('section_snapshot') AS "snapshotBytes",
              pg_total_relation_size('section_client') AS "clientBytes",
              (SELECT count(*) FROM section_update) AS "updateRows"
         FROM pg_stat_wal`,
    );
    return Object.fromEntries(
      Object.entries(rows[0]!).map(([name, value]) => [name, Number(value)]),
    ) as unknown as Written;
  } finally {
    await client.end();
  }
}

function machineSeconds(): { busy: number; stolen: number } {
  try {
    const [user, nice, system, _idle, _waiting, irq, softirq, steal] = readFileSync("/proc/stat", "utf8")
      .split("\n")[0]!
      .split(/\s+/)
      .slice(1)
      .map((ticks) => Number(ticks) / 100);
    return { busy: user! + nice! + system! + irq! + softirq!, stolen: steal! };
  } catch {
    return { busy: Number.NaN, stolen: Number.NaN };
  }
}
