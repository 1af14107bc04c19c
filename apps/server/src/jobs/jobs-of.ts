import type { Scheduled, Works } from "./job.ts";

/** Every job of the platform, by its name, and those that the clock asks for. */
export function jobsOf(): { readonly works: Works; readonly schedule: readonly Scheduled[] } {
  return { works: {}, schedule: [] };
}
