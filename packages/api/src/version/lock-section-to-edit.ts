import { loadSectionFacts } from "@upiao/db";
import { Refusal, whyNotActOnSection } from "@upiao/domain";
import type { EntityManager } from "typeorm";
import { postsOf } from "../people/posts-of.ts";

/** Locks a section for who may edit it, so that it is not handed in meanwhile; throws why somebody else may not. */
export async function lockSectionToEdit(tx: EntityManager, sectionId: string, userId: string): Promise<void> {
  await tx.query("SELECT FROM section WHERE id = $1 FOR NO KEY UPDATE", [sectionId]);
  const facts = (await loadSectionFacts(tx, [sectionId])).get(sectionId);
  if (!facts) throw new Refusal("NOT_FOUND");
  const why = whyNotActOnSection("edit", facts, await postsOf(tx, userId));
  if (why) throw new Refusal(why);
}
