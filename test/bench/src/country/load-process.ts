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
  private constructor(
    private readonly processes: readonly ChildProcess[],
    private readonly parts: readonly (readonly SectionSeats[])[],
  ) {}

  static start(sections: readonly SectionSeats[]): Load {
    const seats = sections.reduce((sum, { seats }) => sum + seats.length, 0);
    const count = Math.ceil(seats / seatsOfProcess);
    const program = path.join(path.dirname(fileURLToPath(import.meta.url)), "country-load.js");
    return new Load(
      Array.from({ length: count }, () => fork(program, { stdio: ["ignore", 2, 2, "ipc"] })),
      Array.from({ length: count }, (_, part) =>
        sections.filter((_section, index) => index % count === part),
      ),
    );
  }

  get size(): number {
    return this.processes.length;
  }

  enter(nodes: NodeAddresses): Promise<readonly number[][]> {
    return this.all("enter", (part) => ({ sections: this.parts[part]!, nodes })) as Promise<number[][]>;
  }

  tell<Order extends Exclude<keyof Orders, "enter">>(
    order: Order,
    says: Orders[Order]["says"],
  ): Promise<Orders[Order]["answers"][]> {
    return this.all(order, () => says);
  }

  stop(): void {
    for (const process of this.processes) process.kill("SIGKILL");
  }

  private all<Order extends keyof Orders>(
    order: Order,
    says: (part: number) => Orders[Order]["says"],
  ): Promise<Orders[Order]["answers"][]> {
    return Promise.all(
      this.processes.map(async (process, part) => {
        process.send({ order, says: says(part) });
        const [message] = await Promise.race([once(process, "message"), endOf(process)]);
        return (message as { answer: Orders[Order]["answers"] }).answer;
      }),
    );
  }
}

async function endOf(process: ChildProcess): Promise<never> {
  await once(process, "exit");
  throw new Error("a load process has ended");
}
