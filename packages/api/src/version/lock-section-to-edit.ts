import { Refusal, whyNotActOnSection } from "@upiao/domain";
import type { EntityManager } from "typeorm";
import { postsOf } from "../people/posts-of.ts";
import { type LockedSection, lockSection } from "../section/lock-section.ts";

/** Locks a section for who may edit it, so that it is not handed in meanwhile; throws why somebody else may not. */
export async function lockSectionToEdit(
  tx: EntityManager,
  sectionId: string,
  userId: string,
): Promise<LockedSection> {
  const locked = await lockSection(tx, sectionId);
  const why = whyNotActOnSection("edit", locked.facts, await postsOf(tx, userId));
  if (why) throw new Refusal(why);
  return locked;
}
