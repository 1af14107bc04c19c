import type { FileExport, Plan, Section, Version } from "@upiao/db";
import { Refusal } from "@upiao/domain";
import { readPlan } from "../plan/read-plan.ts";
import type { Reader } from "../reader.ts";
import { readSection } from "../section/read-section.ts";
import { readVersion } from "../version/read-version.ts";

/** What is exported. */
export type ExportSubject = Pick<FileExport, "kind" | "subjectId" | "otherId">;

/** What an export is of, as it was found. */
export interface FoundSubject {
  readonly section: Section | null;
  readonly plan: Plan | null;
  /** The earlier one, of a comparison. */
  readonly version: Version | null;
  readonly after: Version | null;
}

const nothing: FoundSubject = { section: null, plan: null, version: null, after: null };

/** Throws NOT_FOUND unless this may be read. */
export async function readSubject(
  reader: Reader,
  { kind, subjectId, otherId }: ExportSubject,
): Promise<FoundSubject> {
  switch (kind) {
    case "SECTION":
    case "COMMENTS":
      return { ...nothing, section: await readSection(reader, subjectId) };
    case "VERSION":
    case "COMPARISON": {
      const version = await readVersion(reader, subjectId);
      const after = otherId === null ? null : await readVersion(reader, otherId);
      if (after && after.sectionId !== version.sectionId) throw new Refusal("NOT_FOUND");
      return { ...nothing, section: await readSection(reader, version.sectionId), version, after };
    }
    case "PLAN":
      return { ...nothing, plan: await readPlan(reader, subjectId) };
  }
}

/** The same; nothing when it may not be read any more. */
export async function findSubject(reader: Reader, subject: ExportSubject): Promise<FoundSubject> {
  try {
    return await readSubject(reader, subject);
  } catch (error) {
    if (error instanceof Refusal) return nothing;
    throw error;
  }
}
