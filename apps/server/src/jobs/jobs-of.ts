import type { Bus } from "@upiao/bus";
import { planTemplate } from "@upiao/catalog";
import type { Press } from "@upiao/export";
import type { DataSource } from "typeorm";
import { mailSchedule, mailWorks } from "../mail/mail-jobs.ts";
import type { Post } from "../mail/post.ts";
import { clockSchedule, clockWorks } from "./clock-jobs.ts";
import { exportSchedule, exportWorks } from "./export-jobs.ts";
import type { Scheduled, Works } from "./job.ts";
import { remarkWorks } from "./remark-jobs.ts";

export interface JobParts {
  readonly database: DataSource;
  readonly bus: Bus;
  readonly post: Post;
  readonly press: Press;
  /** Where people find the platform. */
  readonly site: string;
}

/** Every job of the platform, by its name, and those that the clock asks for. */
export function jobsOf({ database, bus, post, press, site }: JobParts): {
  works: Works;
  schedule: readonly Scheduled[];
} {
  return {
    works: {
      ...mailWorks(database, post, site),
      ...clockWorks(database, bus),
      ...exportWorks({ database, press, planTemplate: planTemplate() }),
      ...remarkWorks(database),
    },
    schedule: [...mailSchedule, ...clockSchedule, ...exportSchedule],
  };
}
