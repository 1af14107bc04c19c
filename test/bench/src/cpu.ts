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
  const family = [pid];
  try {
    for (const name of readdirSync("/proc")) {
      if (!/^\d+$/.test(name)) continue;
      const parent = Number(statOf(Number(name))[1]);
      if (parent === pid) family.push(...familyOf(Number(name)));
    }
  } catch {
    // Not Linux, or a process that has just ended.
  }
  return family;
}

function cpuOf(pid: number): number {
  const fields = statOf(pid);
  return (Number(fields[11]) + Number(fields[12])) / ticks;
}

/** What stands after the name, which may hold spaces: state, parent, … */
function statOf(pid: number): string[] {
  const text = readFileSync(`/proc/${pid}/stat`, "utf8");
  return text.slice(text.lastIndexOf(")") + 2).split(" ");
}
