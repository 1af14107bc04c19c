import {
  dropLeftImports,
  dropUnusedFiles,
  forgetNames,
  freezeLeftShut,
  keepPausedVersions,
  projectStale,
  remindCalendar,
  remindDeadlines,
  remindMeasurements,
  thinVersions,
} from "@upiao/api";
import type { Bus } from "@upiao/bus";
import { dayInItaly } from "@upiao/domain";
import type { DataSource } from "typeorm";
import type { Scheduled, Tick, Works } from "./job.ts";

/** What the clock asks for beside mail. */
export function clockWorks(database: DataSource, bus: Bus): Works {
  return {
    async keepVersions() {
      await freezeLeftShut(database);
      await keepPausedVersions({ database, bus });
    },
    async projectObjectives() {
      await projectStale(database);
    },
    async thinVersions() {
      await thinVersions(database);
      await dropUnusedFiles(database);
      await forgetNames(database);
    },
    async remindDeadlines({ _cron }: Tick) {
      await remindDeadlines(database, dayInItaly(new Date(_cron.ts)));
    },
    async remindCalendar({ _cron }: Tick) {
      await remindCalendar(database, dayInItaly(new Date(_cron.ts)));
    },
    async remindMeasurements({ _cron }: Tick) {
      await remindMeasurements(database, dayInItaly(new Date(_cron.ts)));
      await dropLeftImports(database);
    },
  };
}

export const clockSchedule: readonly Scheduled[] = [
  { name: "keepVersions", when: "* * * * *" },
  { name: "projectObjectives", when: "* * * * *" },
  { name: "thinVersions", when: "30 2 * * *", madeUpForMs: 23 * 3_600_000 },
  // Before the day's mail. Of days without a server the last is enough.
  { name: "remindDeadlines", when: "0 5 * * *", madeUpForMs: 23 * 3_600_000 },
  { name: "remindCalendar", when: "5 5 * * *", madeUpForMs: 23 * 3_600_000 },
  { name: "remindMeasurements", when: "10 5 * * *", madeUpForMs: 23 * 3_600_000 },
];
