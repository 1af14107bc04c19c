import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { chown, mkdir, open, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { text } from "node:stream/consumers";
import { type Account, footing } from "./account.ts";
import { CannotStart } from "./cannot-start.ts";
import { isAlive } from "./process-alive.ts";
import type { Programs } from "./programs.ts";
import { sentences } from "./sentences.ts";

/** The file of the generated password, inside the data directory. */
export const passwordFile = "upiao.password";

/** Prepares a data directory. It is made beside and renamed into place: neither a start that is interrupted
 *  nor two at once leave half of one. */
export async function createCluster(
  directory: string,
  account: Account | null,
  programs: Programs,
  durable: boolean,
): Promise<void> {
  await removeInterrupted(directory);
  const fresh = `${directory}.${process.pid}`;
  const secret = `${fresh}.password`;
  try {
    await mkdir(fresh, { mode: 0o700 });
    await writeFile(secret, randomBytes(24).toString("base64url"), { mode: 0o600 });
    if (account) for (const place of [fresh, secret]) await chown(place, account.uid, account.gid);
    const failure = await initdb(fresh, secret, account, programs, durable);
    if (failure !== null) throw new CannotStart(sentences.doesNotCreate(directory, failure));
    await rename(secret, path.join(fresh, passwordFile));
    await rename(fresh, directory);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // Another start was first: its directory serves.
    if (code !== "ENOTEMPTY" && code !== "EEXIST") throw error;
  } finally {
    await rm(secret, { force: true });
    await rm(fresh, { recursive: true, force: true });
  }
}

/** What went wrong, or null. */
async function initdb(
  directory: string,
  secret: string,
  account: Account | null,
  programs: Programs,
  durable: boolean,
): Promise<string | null> {
  const { told, as } = footing(directory, account);
  // The libraries of macOS and Windows know no C.UTF-8, PostgreSQL itself does.
  const locale =
    process.platform === "linux"
      ? ["--locale=C.UTF-8"]
      : ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
  // Handed over open: its path may cross a folder that is closed to the other account.
  const pwfile = process.platform === "win32" ? secret : "/dev/stdin";
  const access = ["-A", "scram-sha-256", `--pwfile=${pwfile}`, ...(durable ? [] : ["--no-sync"])];
  const password = await open(secret);
  try {
    const program = spawn(
      path.join(programs.folder, "initdb"),
      ["-D", told, "-U", "upiao", "-E", "UTF8", ...locale, ...access],
      { ...as, stdio: [password.fd, "ignore", "pipe"] },
    );
    const [complaint, [status]] = await Promise.all([text(program.stderr!), once(program, "close")]);
    return status === 0 ? null : complaint.trim() || `initdb ${status}`;
  } finally {
    await password.close();
  }
}

async function removeInterrupted(directory: string): Promise<void> {
  const folder = path.dirname(directory);
  const prefix = `${path.basename(directory)}.`;
  for (const name of await readdir(folder)) {
    const pid = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : Number.NaN;
    if (pid > 0 && !isAlive(pid)) await rm(path.join(folder, name), { recursive: true, force: true });
  }
}
