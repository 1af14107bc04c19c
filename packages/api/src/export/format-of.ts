import type { ExportFormat } from "@upiao/domain";
import type { FormatName } from "@upiao/export";

/** As `packages/export` calls it. */
export function formatOf(format: ExportFormat): FormatName {
  return format.toLowerCase() as Lowercase<ExportFormat>;
}
