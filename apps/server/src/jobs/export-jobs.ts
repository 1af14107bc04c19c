import {
  dropOldExports,
  type ExportParts,
  queueMissingFiles,
  runExport,
  writePublishedFiles,
} from "@upiao/api";
import type { Scheduled, Turn, Works } from "./job.ts";

/** The files that people ask for, and those of published plans. */
export function exportWorks(parts: ExportParts): Works {
  return {
    async runExport(payload: { readonly exportId: string }, turn: Turn) {
      await runExport(parts, payload, turn);
    },
    async writePublishedFiles(payload: { readonly adoptionId: string }) {
      await writePublishedFiles(parts, payload);
    },
    async tendFiles() {
      await queueMissingFiles(parts.database);
      await dropOldExports(parts.database);
    },
  };
}

export const exportSchedule: readonly Scheduled[] = [{ name: "tendFiles", when: "* * * * *" }];
