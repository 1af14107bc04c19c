import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { freePort } from "../../apps/server/src/postgres/index.ts";

const readySeconds = 90;

/** A running server: the real program, in a process of its own. */
export interface ServerProcess {
  readonly pid: number;
  /** The address that its ready line ends with. */
  readonly url: string;
  /** All it wrote so far. */
  log(): string;
  /** Sends the signal and waits for its end. */
  kill(signal: "SIGTERM" | "SIGINT" | "SIGKILL"): Promise<void>;
}

/** Starts the server of a build and waits for its ready line. Throws with its log when it ends before. */
export async function spawnServer(build: string, env: Record<string, string>): Promise<ServerProcess> {
  const server = spawn(process.execPath, ["--enable-source-maps", path.join(build, "server/main.js")], {
    env: { PATH: process.env.PATH, HOST: "127.0.0.1", PORT: String(await freePort()), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(server, "close");
  let log = "";
  server.stderr.setEncoding("utf8").on("data", (piece) => {
    log += piece;
  });

  const url = await new Promise<string>((resolve, reject) => {
    const giveUp = (why: string) => reject(new Error(`the server ${why}\n${log}`));
    const patience = setTimeout(() => {
      server.kill("SIGKILL");
      giveUp(`was not ready after ${readySeconds} s`);
    }, readySeconds * 1000);
    createInterface(server.stdout).on("line", (line) => {
      log += `${line}\n`;
      const [, address] = /^UPIAO ready.*?(https?:\S+)$/.exec(line) ?? [];
      if (!address) return;
      clearTimeout(patience);
      resolve(address);
    });
    void ended.then(() => giveUp("ended before it was ready"));
    void ended.then(() => clearTimeout(patience));
  });

  return {
    pid: server.pid!,
    url,
    log: () => log,
    async kill(signal) {
      server.kill(signal);
      await ended;
    },
  };
}
