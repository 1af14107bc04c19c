import { EventEmitter } from "node:events";
import { poolOf } from "@upiao/db";
import type { Runner, WorkerEvents } from "graphile-worker";
import type { Logger } from "pino";
import type { DataSource } from "typeorm";
import { faultOf } from "../fault-of.ts";
import type { Scheduled, Turn, Work, Works } from "./job.ts";
import { freeJobsOfTheDead, showThatTheyLive } from "./live-workers.ts";
import { logOfLibrary } from "./log-of-library.ts";

/** What one node does at once: mostly it waits for a mail server, and holds no connection meanwhile. */
const atOnce = 3;
/** A new job is told of by PostgreSQL; this is how late one may begin that waits for its time. */
const lookEveryMs = 5_000;
const freeEveryMs = 60_000;
/** Until the queue is opened again after a fault, at first and at most. */
const pauseMs = { first: 1_000, most: 60_000 };

export interface JobsOptions {
  readonly database: DataSource;
  readonly works: Works;
  readonly schedule: readonly Scheduled[];
  readonly log: Logger;
}

/** Does the queued jobs, one at a time on one of all the nodes. One that fails is tried again after e^n seconds, at most six
 *  hours, 25 times in some four days; then it stays in the table, and is no longer tried. */
export class Jobs {
  private runner: Runner | null = null;
  private opening: Promise<void>;
  private again: NodeJS.Timeout | null = null;
  private readonly freeing: NodeJS.Timeout;
  private stopping = false;

  constructor(private readonly options: JobsOptions) {
    this.opening = this.open(0);
    this.freeing = setInterval(() => {
      freeJobsOfTheDead(options.database).catch(() => {
        // Without a database there is nothing to free; the next time there may be.
      });
    }, freeEveryMs);
    this.freeing.unref();
  }

  /** Begins nothing more, and waits for what runs. */
  async stop(): Promise<void> {
    this.stopping = true;
    clearInterval(this.freeing);
    if (this.again) clearTimeout(this.again);
    await this.opening;
    await this.runner?.stop();
  }

  private async open(failures: number): Promise<void> {
    try {
      this.runner = await this.run();
    } catch (error) {
      this.openAgain(failures, error);
    }
  }

  private async run(): Promise<Runner> {
    const { database, works, schedule, log } = this.options;
    // Not needed to open the doors, and a third of a warm start long.
    const { parseCronItems, run } = await import("graphile-worker");
    await freeJobsOfTheDead(database);
    const events: WorkerEvents = new EventEmitter();
    showThatTheyLive(events);
    events.on("job:error", ({ job, error }) => {
      const { task_identifier, attempts, max_attempts } = job;
      const isLast = attempts >= max_attempts;
      log[isLast ? "error" : "warn"](
        { ...faultOf(error), job: task_identifier, attempt: attempts },
        isLast ? "a job has failed for good, and is kept" : "a job has failed, and will be tried again",
      );
    });
    const runner = await run({
      pgPool: poolOf(database),
      concurrency: atOnce,
      pollInterval: lookEveryMs,
      noHandleSignals: true,
      events,
      logger: await logOfLibrary(log, () => this.stopping),
      taskList: Object.fromEntries(Object.entries(works).map(([name, work]) => [name, taskOf(work)])),
      parsedCronItems: parseCronItems(
        schedule.map(({ name, when, madeUpForMs = 0 }) => ({
          task: name,
          match: when,
          // Of the times that were missed, one is enough.
          options: { backfillPeriod: madeUpForMs, jobKey: `scheduled ${name}` },
        })),
      ),
    });
    // Whoever cannot say how a job ended leaves: all begin anew.
    events.on("worker:fatalError", () => void runner.stop().catch(() => {}));
    runner.promise
      .catch((error: unknown) => error)
      .then((error) => {
        if (!this.stopping) this.openAgain(0, error ?? new Error("the queue has ended"));
      });
    return runner;
  }

  private openAgain(failures: number, error: unknown): void {
    if (this.stopping) return;
    this.runner = null;
    this.options.log.warn(faultOf(error), "the queue of jobs is closed, and will be opened again");
    const pause = Math.min(pauseMs.most, pauseMs.first * 2 ** failures);
    this.again = setTimeout(() => {
      this.opening = this.open(failures + 1);
    }, pause);
  }
}

function taskOf(work: Work) {
  return (payload: unknown, { job }: { job: { attempts: number } }) => {
    const turn: Turn = { attempt: job.attempts };
    return work(payload as never, turn);
  };
}
