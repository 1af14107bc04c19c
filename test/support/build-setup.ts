import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of this run's own build of the server and of the web client. */
    buildDir: string;
  }
}

/** Builds the platform once for the run, in a folder that no other run uses. */
export default async function setUpBuild(project: TestProject): Promise<() => Promise<void>> {
  const root = path.resolve(import.meta.dirname, "../..");
  const buildDir = path.join(root, "node_modules/.cache/upiao-test", String(process.pid));
  await promisify(execFile)(process.execPath, [path.join(root, "apps/server/scripts/build.mjs")], {
    env: { ...process.env, UPIAO_BUILD_DIR: buildDir },
  });
  project.provide("buildDir", buildDir);
  return () => rm(buildDir, { recursive: true, force: true });
}
