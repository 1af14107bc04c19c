import type { Reader } from "../reader.ts";
import type { Draft, ExportParts, OnRead } from "./draft.ts";
import { draftPlan } from "./draft-plan.ts";
import { draftComments, draftComparison, draftSection, draftVersion } from "./draft-section.ts";
import { type ExportSubject, readSubject } from "./export-subject.ts";

/** Reads what is to be exported, with the rights of the reader. Throws NOT_FOUND. */
export async function draftExport(
  parts: ExportParts,
  reader: Reader,
  subject: ExportSubject,
  onRead: OnRead,
): Promise<Draft> {
  await readSubject(reader, subject);
  const { kind, subjectId, otherId } = subject;
  switch (kind) {
    case "SECTION":
      return draftSection(reader, parts.press, subjectId);
    case "VERSION":
      return draftVersion(reader, parts.press, subjectId);
    case "COMPARISON":
      return draftComparison(reader, parts.press, subjectId, otherId);
    case "COMMENTS":
      return draftComments(reader, subjectId);
    case "PLAN":
      return draftPlan(parts, reader, subjectId, onRead);
  }
}
