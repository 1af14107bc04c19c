import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { inject } from "vitest";
import { freePort } from "../../apps/server/src/postgres/index.ts";

export interface TestServer {
  readonly url: string;
  /** Everything that it has written so far. */
  log(): string;
  kill(signal: NodeJS.Signals): Promise<void>;
  /** Starts it again, at the same address and on the same database. */
  restart(): Promise<void>;
}

/** The real server, in a process of its own, ready to answer. */
export async function startServer(env: Record<string, string>): Promise<TestServer> {
  const port = await freePort();
  const program = path.join(inject("buildDir"), "server/main.js");
  let written = "";
  let child: ChildProcess;

  const start = async () => {
    child = spawn(process.execPath, [program], {
      env: { ...process.env, PORT: String(port), UPIAO_SEED: "demo", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const started = child;
    const ready = new Promise<void>((resolve, reject) => {
      createInterface({ input: started.stdout! }).on("line", (line) => {
        written += `${line}\n`;
        if (line.startsWith("UPIAO ready")) resolve();
      });
      started.stderr!.on("data", (chunk: Buffer) => {
        written += chunk.toString();
      });
      started.once("exit", (status) => reject(new Error(`the server ended with ${status}:\n${written}`)));
    });
    await ready;
  };
  await start();

  return {
    url: `http://127.0.0.1:${port}`,
    log: () => written,
    async kill(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill(signal);
      await ended;
    },
    restart: start,
  };
}
