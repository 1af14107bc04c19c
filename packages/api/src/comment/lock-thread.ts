import { CommentThread, loadSectionFacts } from "@upiao/db";
import { Refusal, type SectionFacts } from "@upiao/domain";
import type { EntityManager } from "typeorm";

/** A thread that nobody else changes until the transaction ends; NOT_FOUND for an unknown id. Whether this person may even
 *  see it is for the caller to ask. */
export async function lockThread(
  tx: EntityManager,
  id: string,
): Promise<{ readonly thread: CommentThread; readonly facts: SectionFacts }> {
  const thread = await tx
    .getRepository(CommentThread)
    .findOne({ where: { id }, lock: { mode: "pessimistic_write" } });
  const sectionId = thread?.sectionId ?? id;
  const facts = (await loadSectionFacts(tx, [sectionId])).get(sectionId);
  if (!thread || !facts) throw new Refusal("NOT_FOUND");
  return { thread, facts };
}
