import type { Bus } from "@upiao/bus";
import type { DataSource } from "typeorm";
import { mailSchedule, mailWorks } from "../mail/mail-jobs.ts";
import type { Post } from "../mail/post.ts";
import { clockSchedule, clockWorks } from "./clock-jobs.ts";
import type { Scheduled, Works } from "./job.ts";
import { remarkWorks } from "./remark-jobs.ts";

export interface JobParts {
  readonly database: DataSource;
  readonly bus: Bus;
  readonly post: Post;
  /** Where people find the platform. */
  readonly site: string;
}

/** Every job of the platform, by its name, and those that the clock asks for. */
export function jobsOf({ database, bus, post, site }: JobParts): {
  works: Works;
  schedule: readonly Scheduled[];
} {
  return {
    works: { ...mailWorks(database, post, site), ...clockWorks(database, bus), ...remarkWorks(database) },
    schedule: [...mailSchedule, ...clockSchedule],
  };
}
