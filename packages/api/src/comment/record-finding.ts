import type { CommentThread, Section } from "@upiao/db";
import type { SectionFacts } from "@upiao/domain";
import type { EntityManager } from "typeorm";
import { chainOf } from "../audit/chain-of.ts";
import { recordAudit } from "../audit/record-audit.ts";

interface Recorded {
  readonly section: Section;
  readonly facts: SectionFacts;
  readonly thread: Pick<CommentThread, "id" | "sectionId">;
  readonly userId: string;
  readonly action: "finding.raise" | "finding.resolve" | "finding.reopen";
}

/** What becomes of a finding stands in the register of whom it concerns. */
export function recordFinding(tx: EntityManager, { section, facts, thread, userId, action }: Recorded) {
  const subject = { section: thread.sectionId, thread: thread.id };
  return recordAudit(tx, { chain: chainOf(section, facts), userId, action, subject });
}
