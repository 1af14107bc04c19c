import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { freePort } from "@upiao/test";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { askDesk } from "./support/ask-desk.ts";
import { root } from "./support/read-repository.ts";

const script = path.join(root, "apps/server/scripts/start.mjs");

/** A start from the terminal, with what it says there. */
interface Start {
  readonly process: ChildProcess;
  readonly ready: Promise<void>;
  readonly ended: Promise<number | null>;
  said(): string;
}

describe("one command", () => {
  let build: string;
  /** A folder on which it has run before, and ended. */
  let known: string;
  let folder: string;
  let port: number;
  const starts: Start[] = [];

  beforeAll(async () => {
    build = await askDesk("POST", "/build");
    known = folder = await mkdtemp(path.join(tmpdir(), "upiao-start-"));
    port = await freePort();
    await start().ready;
    await endAll();
  });
  afterAll(() => rm(known, { recursive: true, force: true }));
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "upiao-start-"));
    port = await freePort();
  });
  afterEach(async () => {
    await endAll();
    await rm(folder, { recursive: true, force: true });
  });

  async function endAll(): Promise<void> {
    for (const each of starts.splice(0)) {
      each.process.kill("SIGTERM");
      await each.ended;
    }
  }
  /** Puts what a platform leaves behind into the test's folder, each file as its owner's. */
  const settle = () => promisify(execFile)("cp", ["-a", `${known}/.`, folder]);

  function start(
    settings: Record<string, string> = {},
    command = process.execPath,
    ...args: string[]
  ): Start {
    const { PATH, HOME } = process.env;
    const child = spawn(command, [...args, ...(command === process.execPath ? [script] : [])], {
      cwd: root,
      env: {
        ...{ PATH, HOME, PORT: `${port}`, UPIAO_DATA: folder, UPIAO_SEED: "none", UPIAO_BUILD_DIR: build },
        ...settings,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    let becomeReady = () => {};
    const ready = new Promise<void>((resolve) => {
      becomeReady = resolve;
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (piece) => {
        said += piece;
        if (said.includes("UPIAO ready")) becomeReady();
      });
    }
    const ended = once(child, "close").then(([status]) => status as number | null);
    const failed = ended.then(() => Promise.reject(new Error(said)));
    failed.catch(() => {});
    const begun = { process: child, ready: Promise.race([ready, failed]), ended, said: () => said };
    begun.ready.catch(() => {});
    starts.push(begun);
    return begun;
  }
  const serves = () =>
    fetch(`http://127.0.0.1:${port}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  const postgres = async () =>
    Number.parseInt(await readFile(path.join(folder, "cluster/postmaster.pid"), "utf8"), 10);

  it("says step by step what it does, and ends its lines with the address", async () => {
    const { ready, said } = start({ UPIAO_SEED: "demo" });
    await ready;
    expect(said()).toMatch(/^✓ Node\.js .*\n✓ Programma già compilato\n✓ PostgreSQL avviato\n/);
    expect(said()).toMatch(new RegExp(`^UPIAO ready http://localhost:${port}\\n$`, "m"));
    expect(await serves()).toBe(true);
  });

  it.each(["SIGINT", "SIGTERM"] as const)("ends well by %s, and leaves nothing running", async (signal) => {
    await settle();
    const { ready, ended, process: server } = start();
    await ready;
    const database = await postgres();
    server.kill(signal);
    expect(await ended).toBe(0);
    expect(() => process.kill(database, 0)).toThrow("ESRCH");
    expect(await serves()).toBe(false);
  });

  it("starts again after a kill -9 of it alone", async () => {
    await settle();
    const first = start();
    await first.ready;
    first.process.kill("SIGKILL");
    await first.ended;
    await start().ready;
    expect(await serves()).toBe(true);
  });

  it("starts again after a kill -9 of it and of its PostgreSQL", async () => {
    await settle();
    const first = start();
    await first.ready;
    process.kill(await postgres(), "SIGKILL");
    first.process.kill("SIGKILL");
    await first.ended;
    await start().ready;
    expect(await serves()).toBe(true);
  });

  it("is refused on a folder that another one serves, and the other goes on", async () => {
    await settle();
    await start().ready;
    const second = start({ PORT: `${await freePort()}` });
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain("UPIAO è già in esecuzione su questa cartella");
    expect(await serves()).toBe(true);
  });

  it("says which port is taken and what to do, and leaves nothing running", async () => {
    await settle();
    const other = createServer().listen(port, "127.0.0.1");
    await once(other, "listening");
    try {
      const { ended, said } = start();
      expect(await ended).toBe(1);
      expect(said()).toContain(`${port}`);
      expect(said()).toContain("PORT=");
      await expect(postgres()).rejects.toThrow("ENOENT");
    } finally {
      other.close();
    }
  });

  it.runIf(process.platform === "linux")("ends when pnpm above it is killed", async () => {
    await settle();
    const { ready, process: pnpm } = start({}, path.join(root, "node_modules/.bin/pnpm"), "start");
    await ready;
    const database = await postgres();
    pnpm.kill("SIGKILL");
    await expect.poll(serves).toBe(false);
    await expect.poll(() => isThere(database)).toBe(false);
  });

  it("asks for a newer Node.js in a sentence", async () => {
    const older = "data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'18.20.4'}})";
    const { ended, said } = start({}, process.execPath, "--import", older);
    expect(await ended).toBe(1);
    expect(said()).toContain("ha bisogno di Node.js 20.19 o successivo, questo è il 18.20.4");
  });
});

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
