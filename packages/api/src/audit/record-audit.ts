import { AuditEvent } from "@upiao/db";
import type { AuditAction } from "@upiao/domain";
import type { EntityManager } from "typeorm";
import { type AuditLine, firstPrevious, hashOf } from "./audit-line.ts";

/** What was done, as the register has it. */
export interface Deed {
  /** The body or the associated office that it concerns. */
  readonly chain: string;
  readonly userId: string;
  readonly action: AuditAction;
  /** Ids and closed words: no text, and no name of anybody. */
  readonly subject: AuditLine["subject"];
}

/** Adds a line to the register, with the deed and in its transaction. Those of one chain wait for each other. */
export function recordAudit(tx: EntityManager, { chain, ...deed }: Deed): Promise<void> {
  return recordAudits(tx, chain, [deed]);
}

/** The same for several deeds of one chain, in their order. */
export async function recordAudits(
  tx: EntityManager,
  chain: string,
  deeds: readonly Omit<Deed, "chain">[],
): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 8))", [chain]);
  const events = tx.getRepository(AuditEvent);
  const last = await events.findOne({ where: { chain }, order: { place: "DESC" } });
  let { place, hash: previous } = last ?? { place: 0, hash: firstPrevious };
  const lines = deeds.map((deed) => {
    place++;
    const line: AuditLine = { ...deed, chain, place, at: new Date(), previous };
    previous = hashOf(line);
    return { ...line, hash: previous };
  });
  await events.insert(lines);
}
