// Builds the web client and the server, when a file that they are made of has changed.
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { isFresh, outDir, root, stampOfInputs } from "./build-stamp.mjs";

if (!isFresh()) await build();

async function build() {
  process.env.NODE_ENV = "production";
  const { build: viteBuild } = await import("vite");
  const stamp = stampOfInputs();
  const fresh = `${outDir}.${process.pid}`;
  await removeInterrupted();
  const part = (name) =>
    viteBuild({
      root: path.join(root, "apps", name),
      configFile: path.join(root, "apps", name, "vite.config.ts"),
      logLevel: "warn",
      build: { outDir: path.join(fresh, name), emptyOutDir: true },
    });
  try {
    await Promise.all(["server", "web"].map(part));
    await writeFile(path.join(fresh, "stamp"), stamp);
    await putInPlace(fresh);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

/** Made beside and renamed: of two builds at once one wins, and nobody ever reads half of one. */
async function putInPlace(fresh) {
  const old = `${outDir}.${process.pid}.old`;
  for (;;) {
    if (isFresh()) return;
    try {
      await rename(fresh, outDir);
      break;
    } catch (error) {
      if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST" && error.code !== "EPERM") throw error;
    }
    await rename(outDir, old).catch((error) => {
      if (error.code !== "ENOENT") throw error;
    });
  }
  await rm(old, { recursive: true, force: true });
}

async function removeInterrupted() {
  const folder = path.dirname(outDir);
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    const [, pid] = /^(\d+)(?:\.old)?$/.exec(name.replace(`${path.basename(outDir)}.`, "")) ?? [];
    if (pid && !isAlive(Number(pid))) await rm(path.join(folder, name), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
