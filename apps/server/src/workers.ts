import cluster, { type Worker } from "node:cluster";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Logger } from "pino";
import { AggregatorRegistry } from "prom-client";
import type { Platform } from "./platform.ts";
import { CannotStart } from "./postgres/index.ts";
import type { FromWorker, ToWorker } from "./worker-link.ts";

/** Until one that has died is started again: at first, and at most, while the next ones die too. */
const restartPauseMs = { first: 100, most: 10_000 };
/** One that has served for so long did not die of its start. */
const soundMs = 30_000;

/** Starts so many processes of this program that share one port, and starts again those that die. */
export async function openWorkers(count: number, databaseUrl: string, log: Logger): Promise<Platform> {
  cluster.setupPrimary({
    exec: fileURLToPath(new URL("./main.js", import.meta.url)),
    execArgv: [...process.execArgv, "--enable-source-maps"],
  });
  const workers = new Workers(databaseUrl, log);
  try {
    // What keeps the first from starting would keep the others too, and is said once. It does the jobs of all.
    const url = await workers.start({});
    await Promise.all(Array.from({ length: count - 1 }, () => workers.start({ UPIAO_JOBS: "off" })));
    return { url, stop: () => workers.stop() };
  } catch (error) {
    await workers.stop();
    throw error;
  }
}

class Workers {
  private readonly running = new Set<Worker>();
  private readonly restarts = new Set<NodeJS.Timeout>();
  private readonly figures = new AggregatorRegistry();
  private stopping = false;

  constructor(
    private readonly databaseUrl: string,
    private readonly log: Logger,
  ) {}

  /** Answers the address once its doors are open. */
  start(settings: Readonly<Record<string, string>>, failures = 0): Promise<string> {
    const worker = cluster.fork({ DATABASE_URL: this.databaseUrl, ...settings });
    const begunAt = performance.now();
    this.running.add(worker);
    return new Promise((resolve, reject) => {
      let isReady = false;
      worker.on("message", (message: FromWorker) => {
        if (message.kind === "failed") reject(new CannotStart(message.sentence));
        if (message.kind === "figures") void this.answer(worker, message.question);
        if (message.kind !== "ready") return;
        isReady = true;
        this.log.info({ worker: worker.process.pid }, "a worker has started");
        resolve(message.url);
      });
      worker.once("exit", (code, signal) => {
        this.running.delete(worker);
        const end = `${signal ?? `exit ${code}`}`;
        if (!isReady) return reject(new CannotStart(`Un processo è finito prima di essere pronto (${end}).`));
        if (this.stopping) return;
        this.log.error({ worker: worker.process.pid, end }, "a worker has ended, and is started again");
        this.startAgain(settings, performance.now() - begunAt > soundMs ? 0 : failures);
      });
    });
  }

  async stop(): Promise<void> {
    this.stopping = true;
    for (const restart of this.restarts) clearTimeout(restart);
    await Promise.all(
      [...this.running].map(async (worker) => {
        const ended = once(worker, "exit");
        worker.process.kill("SIGTERM");
        await ended;
      }),
    );
  }

  private startAgain(settings: Readonly<Record<string, string>>, failures: number): void {
    const pauseMs = Math.min(restartPauseMs.most, restartPauseMs.first * 2 ** failures);
    const restart = setTimeout(() => {
      this.restarts.delete(restart);
      this.start(settings, failures + 1).catch((error: Error) => {
        if (this.stopping) return;
        this.log.error({ fault: error.message }, "a worker could not be started yet");
        this.startAgain(settings, failures + 1);
      });
    }, pauseMs);
    this.restarts.add(restart);
  }

  private async answer(worker: Worker, question: number): Promise<void> {
    const figures = await this.figures.clusterMetrics().catch(() => null);
    if (worker.isConnected())
      worker.send({ kind: "figures", question, figures } satisfies ToWorker, undefined, () => {});
  }
}
