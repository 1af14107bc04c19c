import type { SpawnOptions } from "node:child_process";
import { readFileSync, statSync } from "node:fs";

/** The system account that PostgreSQL runs under. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** The account for a data directory that may not exist yet; null is our own. PostgreSQL refuses to run as
 *  root, so there it runs as the directory's owner, or as nobody. */
export function postgresAccount(directory: string): Account | null {
  if (process.getuid?.() !== 0) return null;
  const found = statSync(directory, { throwIfNoEntry: false });
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : nobody();
}

function nobody(): Account {
  const line = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync("/etc/passwd", "utf8"));
  return line ? { uid: Number(line[1]), gid: Number(line[2]) } : { uid: 65534, gid: 65534 };
}

/** Where and as whom a program of PostgreSQL is started. */
export interface Footing {
  /** The data directory as the program is told it. */
  readonly told: string;
  readonly as: SpawnOptions;
}

/** Another account may be barred from a folder above the directory, as from root's home. On Linux a process
 *  can be put into the directory and told to find it there. */
export function footing(directory: string, account: Account | null): Footing {
  return {
    told: account && process.platform === "linux" ? "/proc/self/cwd" : directory,
    as: { ...account, cwd: directory, env: bareEnvironment },
  };
}

/** Nothing of our own environment: PGDATA and its like would redirect PostgreSQL, and our secrets are not its. */
export const bareEnvironment = {
  PATH: process.env.PATH,
  ...(process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot } : {}),
};
