import { existsSync, readdirSync, readFileSync } from "node:fs";

/** Clock ticks of Linux's /proc in a second. */
const ticks = 100;

/** Seconds of processor that each of these processes has used; none where there is no /proc. */
export function cpuSeconds(pids: readonly number[]): ReadonlyMap<number, number> {
  return new Map(
    pids.flatMap((pid) => {
      try {
        return [[pid, cpuOf(pid)]];
      } catch {
        return [];
      }
    }),
  );
}

/** What they have used in between, those that began in between included; null where there is no /proc. */
export function cpuBetween(
  before: ReadonlyMap<number, number>,
  after: ReadonlyMap<number, number>,
): number | null {
  if (after.size === 0) return null;
  return [...after].reduce((sum, [pid, seconds]) => sum + seconds - (before.get(pid) ?? 0), 0);
}

/** The process and all below it; itself alone where there is no /proc. */
export function familyOf(pid: number): number[] {
  const childrenOf = new Map<number, number[]>();
  for (const name of existsSync("/proc") ? readdirSync("/proc") : []) {
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
  const fields = statOf(pid);
  return (Number(fields[11]) + Number(fields[12])) / ticks;
}

/** What stands after the name, which may hold spaces: state, parent, … */
function statOf(pid: number): string[] {
  const text = readFileSync(`/proc/${pid}/stat`, "utf8");
  return text.slice(text.lastIndexOf(")") + 2).split(" ");
}
