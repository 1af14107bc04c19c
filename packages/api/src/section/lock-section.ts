import { loadSectionFacts, Section } from "@upiao/db";
import { Refusal, type SectionFacts } from "@upiao/domain";
import type { EntityManager } from "typeorm";

export interface LockedSection {
  readonly section: Section;
  readonly facts: SectionFacts;
}

/** A section that nobody else moves until the transaction ends; NOT_FOUND for an unknown id. Whether this person may even see
 *  it is for the caller to ask. */
export async function lockSection(tx: EntityManager, id: string): Promise<LockedSection> {
  const section = await tx
    .getRepository(Section)
    .findOne({ where: { id }, lock: { mode: "for_no_key_update" } });
  const facts = (await loadSectionFacts(tx, [id])).get(id);
  if (!section || !facts) throw new Refusal("NOT_FOUND");
  return { section, facts };
}
