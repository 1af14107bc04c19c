import { execFile } from "node:child_process";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { stampOfInputs } from "../../apps/server/scripts/build-stamp.mjs";
import { root } from "./read-repository.ts";

const builds = path.join(root, "node_modules/.cache/upiao-test-builds");
const keptHours = 24;

/** The build that this run tests, made when it is first asked for. */
export class RunBuild {
  private made: Promise<string> | undefined;

  folder(): Promise<string> {
    this.made ??= make();
    return this.made;
  }
}

/** Named after what it was built of, and never written again: another run beside this one cannot change it, and
 *  the next finds it made. */
async function make(): Promise<string> {
  const folder = path.join(builds, stampOfInputs());
  await mkdir(builds, { recursive: true });
  await removeOld();
  await promisify(execFile)(process.execPath, [path.join(root, "apps/server/scripts/build.mjs")], {
    env: { ...process.env, UPIAO_BUILD_DIR: folder },
  });
  return folder;
}

async function removeOld(): Promise<void> {
  for (const name of await readdir(builds)) {
    const folder = path.join(builds, name);
    const age = Date.now() - ((await stat(folder).catch(() => null))?.mtimeMs ?? Date.now());
    if (age > keptHours * 3600_000) await rm(folder, { recursive: true, force: true });
  }
}
