import type { Bus } from "@upiao/bus";
import { findGrownLogs, isDatabaseAway } from "@upiao/db";
import type { DataSource } from "typeorm";
import { lookIntoLogEveryMs } from "./limits.ts";
import type { Room } from "./room.ts";

export interface LogWatchOptions {
  readonly database: DataSource;
  readonly bus: Bus;
  readonly rooms: () => Iterable<Room>;
  readonly onFault: (error: unknown) => void;
}

/** Looks into the log for what no news told of, in one statement for all open sections; only those that have grown are
 *  read. So a lost publication loses nothing, and nodes that do not hear each other still show one text. */
export class LogWatch {
  private readonly timer: NodeJS.Timeout;
  private readonly end: () => void;
  private lookedAt = performance.now();
  private isDue = false;
  private isLooking = false;

  constructor(private readonly options: LogWatchOptions) {
    this.timer = setInterval(() => this.onTick(), lookIntoLogEveryMs.BROKEN);
    this.timer.unref();
    this.end = options.bus.onGap("growth", () => this.look());
  }

  stop(): void {
    clearInterval(this.timer);
    this.end();
  }

  private onTick(): void {
    const pauseMs = lookIntoLogEveryMs[this.options.bus.reach];
    // Timers are a little early or late.
    if (this.isDue || performance.now() - this.lookedAt > pauseMs - 100) this.look();
  }

  private look(): void {
    this.isDue = true;
    if (!this.isLooking) void this.lookWhileDue();
  }

  private async lookWhileDue(): Promise<void> {
    this.isLooking = true;
    try {
      while (this.isDue) {
        this.isDue = false;
        this.lookedAt = performance.now();
        await this.readGrown();
      }
    } catch (error) {
      // At the next tick again.
      this.isDue = true;
      if (!isDatabaseAway(error)) this.options.onFault(error);
    } finally {
      this.isLooking = false;
    }
  }

  private async readGrown(): Promise<void> {
    const { database, rooms } = this.options;
    const byLog = new Map([...rooms()].map((room) => [room.place.log, room]));
    if (byLog.size === 0) return;
    const known = new Map([...byLog].map(([log, { place }]) => [log, place.seq]));
    const grown = await findGrownLogs(database, known);
    await Promise.all(grown.map((log) => byLog.get(log)!.catchUpWithLog()));
  }
}
