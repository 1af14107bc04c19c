import { type LogReading, Version } from "@upiao/db";
import { changedWords, hashText, suggestionsIn } from "@upiao/document";
import type { VersionKind } from "@upiao/domain";
import type { EntityManager } from "typeorm";
import * as Y from "yjs";
import { fragmentOf, openBytes, openText } from "../coediting/open-text.ts";
import { readLog } from "../coediting/read-log.ts";

export interface VersionToKeep {
  readonly sectionId: string;
  readonly kind: VersionKind;
  /** Of a NAMED one. */
  readonly name?: string;
  /** Null: nobody's, when writing has paused. */
  readonly byUserId: string | null;
}

/** Keeps the text of a section as the log has it at this moment. Who keeps another meanwhile waits. */
export async function freezeVersion(tx: EntityManager, asked: VersionToKeep): Promise<Version> {
  const { sectionId, kind, name = null, byUserId } = asked;
  await tx.query("SELECT FROM section WHERE id = $1 FOR NO KEY UPDATE", [sectionId]);
  const { reading } = await readLog(tx, sectionId);
  const last = await findLast(tx, { sectionId });
  const isLastFrozen = last === null || last.kind === "FROZEN";
  const frozen = isLastFrozen ? last : await findLast(tx, { sectionId, kind: "FROZEN" });
  const seq = reading?.seq ?? 0;
  // Two steps on one text stand on one version.
  if (kind === "FROZEN" && frozen?.seq === seq)
    return tx.getRepository(Version).findOneByOrFail({ id: frozen.id });
  const doc = openText(reading);
  try {
    return await tx.getRepository(Version).save({
      sectionId,
      number: (last?.number ?? 0) + 1,
      kind,
      name,
      seq,
      bytes: Buffer.from(Y.encodeStateAsUpdate(doc)),
      sha256: Buffer.from(await hashText(fragmentOf(doc))),
      changedWords: frozen ? countSince(frozen, doc) : null,
      openSuggestions: suggestionsIn(fragmentOf(doc)).length,
      byUserId,
      writerIds: await findWriters(tx, sectionId, doc, { last, reading }),
    });
  } finally {
    doc.destroy();
  }
}

function findLast(
  tx: EntityManager,
  where: { sectionId: string; kind?: VersionKind },
): Promise<Version | null> {
  return tx.getRepository(Version).findOne({
    where,
    order: { number: "DESC" },
    select: { id: true, number: true, kind: true, seq: true, bytes: true },
  });
}

function countSince({ bytes }: Version, now: Y.Doc): number {
  const then = openBytes(bytes);
  try {
    return changedWords(fragmentOf(then), fragmentOf(now));
  } finally {
    then.destroy();
  }
}

/** Who has written since the last version: under whose ids text was added, and who has only taken away. */
async function findWriters(
  tx: EntityManager,
  sectionId: string,
  now: Y.Doc,
  { last, reading }: { last: Version | null; reading: LogReading | undefined },
): Promise<string[]> {
  const known = last ? Y.decodeStateVector(Y.encodeStateVectorFromUpdate(last.bytes)) : new Map();
  const clocks = [...Y.decodeStateVector(Y.encodeStateVector(now))];
  const clients = clocks
    .filter(([client, clock]) => clock > (known.get(client) ?? 0))
    .map(([client]) => client);
  const rows: { user_id: string }[] = await tx.query(
    "SELECT DISTINCT user_id FROM section_client WHERE section_id = $1 AND client_id = ANY ($2::bigint[])",
    [sectionId, clients],
  );
  const newer = (reading?.batches ?? []).filter(({ seq }) => seq > (last?.seq ?? 0));
  const told = newer.flatMap(({ updates }) => updates.map(({ authorId }) => authorId));
  return [...new Set([...rows.map((row) => row.user_id), ...told.filter((id) => id !== null)])];
}
