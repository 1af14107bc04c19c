import { readdirSync, readFileSync } from "node:fs";

/** Clock ticks of Linux's /proc in a second. */
const ticks = 100;

/** Seconds of processor that these processes have used, or null where there is no /proc. */
export function cpuSeconds(pids: readonly number[]): number | null {
  try {
    return pids.reduce((sum, pid) => sum + cpuOf(pid), 0);
  } catch {
    return null;
  }
}

/** The same of a process and all below it, those that have ended included. */
export function familyCpuSeconds(pid: number): number | null {
  try {
    const [, , ...ended] = timesOf(pid);
    return (cpuSeconds(familyOf(pid)) ?? 0) + ended.reduce((sum, time) => sum + time, 0);
  } catch {
    return null;
  }
}

/** Bytes of memory that the process holds, or null where there is no /proc. */
export function residentBytes(pid: number): number | null {
  try {
    const [, kb] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Number(kb) * 1024;
  } catch {
    return null;
  }
}

/** The process and all below it. */
export function familyOf(pid: number): number[] {
  const childrenOf = new Map<number, number[]>();
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const parent = Number(statOf(Number(name))[1]);
      childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), Number(name)]);
    } catch {
      // It has just ended.
    }
  }
  const below = (parent: number): number[] =>
    (childrenOf.get(parent) ?? []).flatMap((child) => [child, ...below(child)]);
  return [pid, ...below(pid)];
}

function cpuOf(pid: number): number {
  const [user, system] = timesOf(pid);
  return user! + system!;
}

/** Of its own, in its programs and in the kernel; and of its children that have ended. */
function timesOf(pid: number): number[] {
  return statOf(pid)
    .slice(11, 15)
    .map((time) => Number(time) / ticks);
}

/** What stands after the name, which may hold spaces: state, parent, … */
function statOf(pid: number): string[] {
  const text = readFileSync(`/proc/${pid}/stat`, "utf8");
  return text.slice(text.lastIndexOf(")") + 2).split(" ");
}
