import type { FileExport } from "@upiao/db";
import { Refusal } from "@upiao/domain";
import { readPlan } from "../plan/read-plan.ts";
import type { Reader } from "../reader.ts";
import { readFacts } from "../section/read-section.ts";
import { readVersion } from "../version/read-version.ts";

/** What is exported. */
export type ExportSubject = Pick<FileExport, "kind" | "subjectId" | "otherId">;

/** Throws NOT_FOUND unless this may be read. */
export async function checkReadable(
  reader: Reader,
  { kind, subjectId, otherId }: ExportSubject,
): Promise<void> {
  switch (kind) {
    case "SECTION":
    case "COMMENTS":
      await readFacts(reader, subjectId);
      return;
    case "VERSION":
      await readVersion(reader, subjectId);
      return;
    case "COMPARISON": {
      const { sectionId } = await readVersion(reader, subjectId);
      const other = otherId === null ? null : await readVersion(reader, otherId);
      if (other && other.sectionId !== sectionId) throw new Refusal("NOT_FOUND");
      return;
    }
    case "PLAN":
      await readPlan(reader, subjectId);
  }
}
