import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

/** The program of a Redis or Valkey, or why there is none. */
export type FoundRedis = { readonly program: string } | { readonly missing: string };

const programs = ["redis-server", "valkey-server"];
const denyServices = "/usr/sbin/policy-rc.d";
const mostInstallSeconds = 90;

/** The Redis of this run's tests, looked for once: on the PATH, else as Debian's package where it can be installed. */
export class RunRedis {
  private found: Promise<FoundRedis> | undefined;

  find(): Promise<FoundRedis> {
    this.found ??= findOrInstall();
    return this.found;
  }
}

async function findOrInstall(): Promise<FoundRedis> {
  const known = onPath(programs);
  if (known) return { program: known };
  const none = "no redis-server or valkey-server on the PATH";
  const apt = onPath(["apt-get"]);
  if (!apt) return { missing: none };
  if (process.getuid?.() !== 0) return { missing: `${none}, and only root may install one` };
  try {
    await install(apt);
  } catch (error) {
    return { missing: `${none}, and apt-get could not install one: ${lastLine(error)}` };
  }
  const installed = onPath(programs);
  return installed ? { program: installed } : { missing: none };
}

async function install(apt: string): Promise<void> {
  // Debian starts the service of a package, unless this file, where containers have one, forbids it.
  const forbids = await writeFile(denyServices, "#!/bin/sh\nexit 101\n", { flag: "wx", mode: 0o755 }).then(
    () => true,
    () => false,
  );
  const options = ["Acquire::Retries=0", "Acquire::http::Timeout=10", "DPkg::Lock::Timeout=60"];
  const run = (...command: string[]) =>
    promisify(execFile)(apt, [...options.flatMap((option) => ["-o", option]), "--yes", ...command], {
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      timeout: mostInstallSeconds * 1000,
    });
  const take = () => run("install", "--no-install-recommends", "redis-server");
  try {
    await take().catch(async () => {
      // A list of packages that is old, or was never fetched.
      await run("update");
      await take();
    });
  } finally {
    if (forbids) await rm(denyServices, { force: true });
  }
}

function onPath(names: readonly string[]): string | null {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const places = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return places.find((place) => existsSync(place)) ?? null;
}

function lastLine(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string };
  return (stderr || message).trim().split("\n").at(-1)!;
}
