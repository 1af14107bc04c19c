import { remindDeadlines } from "@upiao/api";
import { dayInItaly } from "@upiao/domain";
import type { DataSource } from "typeorm";
import type { Scheduled, Tick, Works } from "./job.ts";

/** What the clock asks for beside mail. */
export function clockWorks(database: DataSource): Works {
  return {
    async remindDeadlines({ _cron }: Tick) {
      await remindDeadlines(database, dayInItaly(new Date(_cron.ts)));
    },
  };
}

export const clockSchedule: readonly Scheduled[] = [
  // Before the day's mail. Of days without a server the last is enough.
  { name: "remindDeadlines", when: "0 5 * * *", madeUpForMs: 23 * 3_600_000 },
];
