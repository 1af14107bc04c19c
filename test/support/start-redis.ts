import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { describe } from "vitest";
import { freePort } from "../../apps/server/src/postgres/index.ts";
import { askDesk } from "./ask-desk.ts";
import type { FoundRedis } from "./run-redis.ts";
import { WireCutter } from "./wire-cutter.ts";

/** A Redis of one test file. It keeps nothing. */
export interface TestRedis {
  readonly url: string;
  /** By kill -9; a Redis that is not ours is only cut off, which looks the same from here. */
  kill(): Promise<void>;
  /** On the same port, after `kill`. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** A group of tests that need a Redis. Where none can be had they are skipped, and its title says why. */
export async function describeWithRedis(title: string, tests: () => void): Promise<void> {
  const found = process.env.REDIS_URL ? null : await findRedis();
  if (found && "missing" in found) describe.skip(`${title} (skipped: ${found.missing})`, tests);
  else describe(title, tests);
}

/** Starts one, or lays a wire to the one that REDIS_URL names. */
export async function startRedis(): Promise<TestRedis> {
  if (process.env.REDIS_URL) return cutOff(process.env.REDIS_URL);
  const found = await findRedis();
  if ("missing" in found) throw new Error(found.missing);
  const port = await freePort();
  let server = await spawnRedis(found.program, port);
  const kill = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill("SIGKILL");
    await once(server, "exit");
  };
  // Vitest does not wait for us when it is interrupted.
  process.once("exit", () => server.kill("SIGKILL"));
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    async restart() {
      server = await spawnRedis(found.program, port);
    },
    stop: kill,
  };
}

async function findRedis(): Promise<FoundRedis> {
  return JSON.parse(await askDesk("POST", "/redis"));
}

async function cutOff(redisUrl: string): Promise<TestRedis> {
  const wire = new WireCutter();
  return {
    url: await wire.lay(redisUrl),
    kill: () => wire.cut(),
    restart: () => wire.mend(),
    stop: () => wire.cut(),
  };
}

async function spawnRedis(program: string, port: number): Promise<ChildProcess> {
  const settings = {
    port,
    bind: "127.0.0.1",
    dir: tmpdir(),
    save: "",
    appendonly: "no",
    loglevel: "warning",
  };
  const server = spawn(
    program,
    Object.entries(settings).flatMap(([name, value]) => [`--${name}`, `${value}`]),
    { stdio: "ignore" },
  );
  while (!(await answers(port))) {
    if (server.exitCode !== null) throw new Error(`${program} ended with ${server.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return server;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.write("PING\r\n"));
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.on("data", (data) => end(data.toString().startsWith("+PONG")));
    socket.on("error", () => end(false));
    socket.on("close", () => end(false));
  });
}
