import { createHash } from "node:crypto";
import { Version } from "@upiao/db";
import type { VersionKind } from "@upiao/domain";
import type { EntityManager } from "typeorm";
import * as Y from "yjs";
import { readText } from "../coediting/read-text.ts";

export interface Freezing {
  readonly sectionId: string;
  readonly kind: VersionKind;
  readonly name?: string;
  readonly byUserId: string | null;
}

/** Keeps the text of a section as it stands in its log now. */
export async function freezeVersion(
  tx: EntityManager,
  { sectionId, kind, name, byUserId }: Freezing,
): Promise<Version> {
  const { doc, seq } = await readText(tx, sectionId);
  const bytes = Buffer.from(Y.encodeStateAsUpdate(doc));
  doc.destroy();
  const versions = tx.getRepository(Version);
  const last = await versions.findOne({ where: { sectionId }, order: { number: "DESC" } });
  return versions.save({
    sectionId,
    number: (last?.number ?? 0) + 1,
    kind,
    name: name ?? null,
    seq,
    bytes,
    sha256: createHash("sha256").update(bytes).digest(),
    changedWords: null,
    byUserId,
  });
}
