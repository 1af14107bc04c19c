import type { Growth } from "@upiao/bus";
import { Version } from "@upiao/db";
import { beginText, rejectAll } from "@upiao/document";
import type { EntityManager } from "typeorm";
import type * as Y from "yjs";
import { editSection } from "../coediting/edit-section.ts";
import { fragmentOf, openBytes, openText } from "../coediting/open-text.ts";
import { readLog } from "../coediting/read-log.ts";

interface Copy {
  /** The section of earlier years that lends its text. */
  readonly from: string;
  readonly sectionId: string;
  readonly userId: string;
  readonly yearsLater: number;
}

/** Begins a section with the text of one of earlier years, which this person has written from then on. */
export async function copyText(
  tx: EntityManager,
  { from, sectionId, userId, yearsLater }: Copy,
): Promise<Growth | null> {
  const earlier = await openEarlier(tx, from);
  try {
    const text = fragmentOf(earlier);
    // What was proposed and never decided is no text of that plan.
    earlier.transact(() => rejectAll(text));
    const newKey = () => crypto.randomUUID();
    const change = (doc: Y.Doc) => beginText(fragmentOf(doc), text, { yearsLater, newKey });
    return await editSection(tx, { sectionId, userId, change });
  } finally {
    earlier.destroy();
  }
}

/** The text at its latest frozen version, which is the one that was adopted where one was; else as it stands. */
async function openEarlier(tx: EntityManager, sectionId: string): Promise<Y.Doc> {
  const frozen = await tx.getRepository(Version).findOne({
    where: { sectionId, kind: "FROZEN" },
    order: { number: "DESC" },
    select: { id: true, bytes: true },
  });
  return frozen ? openBytes(frozen.bytes) : openText((await readLog(tx, sectionId)).reading);
}
