import { type ChildProcess, spawn } from "node:child_process";
import { statSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("../../../../..", import.meta.url));
const outDir = path.join(root, "node_modules/.cache", `upiao-postgres-${process.pid}`);

/** A process that serves from a folder until it is killed. */
export interface OtherProcess {
  readonly child: ChildProcess;
  /** The address it serves, or why it does not. */
  readonly said: string;
}

/** Bundles the program of `startOther`: plain Node runs no TypeScript. Returns how to remove it. */
export async function buildOther(): Promise<() => Promise<void>> {
  await build({
    configFile: false,
    root,
    logLevel: "silent",
    build: {
      ssr: fileURLToPath(new URL("./serve-until-killed.ts", import.meta.url)),
      outDir,
      rolldownOptions: { output: { entryFileNames: "main.mjs" } },
    },
  });
  return () => rm(outDir, { recursive: true, force: true });
}

/** Starts another process on the folder, and waits until it says something. */
export async function startOther(folder: string, uid?: number): Promise<OtherProcess> {
  const child = spawn(process.execPath, [path.join(outDir, "main.mjs"), folder], {
    stdio: ["ignore", "pipe", "inherit"],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const said = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout!).once("line", resolve);
    child.once("exit", () => reject(new Error("the other process ended and said nothing")));
  });
  return { child, said };
}

/** Whether another account can run a program of this checkout. */
export function isOpenToOthers(): boolean {
  let folder = fileURLToPath(new URL(".", import.meta.resolve("pg")));
  for (; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    if ((statSync(folder).mode & 0o005) !== 0o005) return false;
  }
  return (process.umask() & 0o005) === 0;
}
