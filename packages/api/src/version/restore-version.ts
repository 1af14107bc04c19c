import { Version } from "@upiao/db";
import { decideSuggestions, restoreText, suggestionsIn } from "@upiao/document";
import { Refusal } from "@upiao/domain";
import type { EntityManager } from "typeorm";
import type * as Y from "yjs";
import { chainOf } from "../audit/chain-of.ts";
import { recordAudit } from "../audit/record-audit.ts";
import { editSection } from "../coediting/edit-section.ts";
import { fragmentOf, openBytes } from "../coediting/open-text.ts";
import type { Context } from "../context.ts";
import { freezeVersion } from "./freeze-version.ts";
import { lockSectionToEdit } from "./lock-section-to-edit.ts";
import { readVersion } from "./read-version.ts";
import { tellOfVersion } from "./tell-of-version.ts";

/** Makes the text say again what a version says, as an edit of who asks for it. What stood before is kept first, and
 *  answered: to restore it undoes this. */
export async function restoreVersion(context: Context, versionId: string): Promise<Version> {
  const { userId } = context.signedIn;
  const { bus } = context.parts;
  const { id, sectionId } = await readVersion(context, versionId);
  const { before, growth } = await context.change(async (tx) => {
    const { section, facts } = await lockSectionToEdit(tx, sectionId, userId);
    const before = await freezeVersion(tx, { sectionId, kind: "AUTOMATIC", byUserId: userId });
    await recordAudit(tx, {
      chain: chainOf(section, facts),
      userId,
      action: "section.RESTORE",
      subject: { section: sectionId, version: id, before: before.id },
    });
    const version = openBytes(await readBytes(tx, id));
    try {
      const change = (doc: Y.Doc) => {
        withdrawDecided(version, doc);
        restoreText(fragmentOf(doc), fragmentOf(version));
      };
      return { before, growth: await editSection(tx, { sectionId, userId, change, seen: before.bytes }) };
    } finally {
      version.destroy();
    }
  });
  if (growth) bus.grown(sectionId, growth);
  tellOfVersion(bus, before);
  return before;
}

/** A change that was open when the version was kept, and has been decided or withdrawn since, is not proposed again. */
function withdrawDecided(version: Y.Doc, now: Y.Doc): void {
  const open = new Set(suggestionsIn(fragmentOf(now)).map(({ id }) => id));
  const decided = suggestionsIn(fragmentOf(version)).filter(({ id }) => !open.has(id));
  const ids = new Set(decided.map(({ id }) => id));
  if (ids.size > 0) version.transact(() => decideSuggestions(fragmentOf(version), ids, "REJECT"));
}

async function readBytes(tx: EntityManager, id: string): Promise<Buffer> {
  const version = await tx
    .getRepository(Version)
    .findOne({ where: { id }, select: { id: true, bytes: true } });
  // Thinned out between the two statements.
  if (!version) throw new Refusal("NOT_FOUND");
  return version.bytes;
}
