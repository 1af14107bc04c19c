import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { NodeAddresses } from "./node-of.ts";
import type { Checked, SectionSeats } from "./share.ts";
import type { PrintedTally } from "./tally.ts";

/** What a load process has counted since it was last asked. */
export interface ReportOfLoad extends PrintedTally {
  readonly askedAgain: number;
  readonly holes: number;
  readonly cpuSeconds: number;
  /** How late it was itself in one case of a hundred. */
  readonly lagMs: number;
}

/** What a load process is told, and what it answers. */
export interface Orders {
  enter: {
    says: { readonly sections: readonly SectionSeats[]; readonly nodes: NodeAddresses };
    answers: readonly number[];
  };
  /** Which part of the typists is to be at it. */
  type: { says: number; answers: null };
  report: { says: null; answers: ReportOfLoad };
  rest: { says: null; answers: null };
  check: { says: null; answers: Checked };
}

/** Descriptors are limited for each process, and one thread is not enough for a country. */
const seatsOfProcess = 15_000;

/** The processes that play the country, each whole sections of it. */
export class Load {
  private constructor(private readonly processes: readonly LoadProcess[]) {}

  static start(sections: readonly SectionSeats[]): Load {
    const seats = sections.reduce((sum, { seats }) => sum + seats.length, 0);
    const count = Math.ceil(seats / seatsOfProcess);
    return new Load(
      Array.from(
        { length: count },
        (_, part) => new LoadProcess(sections.filter((_section, index) => index % count === part)),
      ),
    );
  }

  get size(): number {
    return this.processes.length;
  }

  enter(nodes: NodeAddresses): Promise<(readonly number[])[]> {
    return Promise.all(
      this.processes.map((process) => process.ask("enter", { sections: process.sections, nodes })),
    );
  }

  tell<Order extends Exclude<keyof Orders, "enter">>(
    order: Order,
    says: Orders[Order]["says"],
  ): Promise<Orders[Order]["answers"][]> {
    return Promise.all(this.processes.map((process) => process.ask(order, says)));
  }

  stop(): void {
    for (const process of this.processes) process.stop();
  }
}

class LoadProcess {
  private readonly process: ChildProcess;
  private readonly ended: Promise<never>;

  constructor(readonly sections: readonly SectionSeats[]) {
    const program = path.join(path.dirname(fileURLToPath(import.meta.url)), "country-load.js");
    this.process = fork(program, { stdio: ["ignore", 2, 2, "ipc"] });
    this.ended = once(this.process, "exit").then(() => {
      throw new Error("a load process has ended");
    });
    // Nobody waits for it between two orders.
    this.ended.catch(() => {});
  }

  async ask<Order extends keyof Orders>(
    order: Order,
    says: Orders[Order]["says"],
  ): Promise<Orders[Order]["answers"]> {
    this.process.send({ order, says });
    const [message] = await Promise.race([once(this.process, "message"), this.ended]);
    return (message as { answer: Orders[Order]["answers"] }).answer;
  }

  stop(): void {
    this.process.kill("SIGKILL");
  }
}
