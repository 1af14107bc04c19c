import { AuditEvent } from "@upiao/db";
import type { EntityManager } from "typeorm";
import { type AuditLine, firstPrevious, hashOf } from "./audit-line.ts";

/** What was done, as the register has it. */
export interface Deed {
  /** The body or the associated office that it concerns. */
  readonly chain: string;
  readonly userId: string;
  /** As `section.submit`. */
  readonly action: string;
  /** Ids and closed words: no text, and no name of anybody. */
  readonly subject: AuditLine["subject"];
}

/** Adds a line to the register, with the deed and in its transaction. Those of one chain wait for each other. */
export async function recordAudit(tx: EntityManager, deed: Deed): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 8))", [deed.chain]);
  const events = tx.getRepository(AuditEvent);
  const last = await events.findOne({ where: { chain: deed.chain }, order: { place: "DESC" } });
  const line: AuditLine = {
    ...deed,
    place: (last?.place ?? 0) + 1,
    at: new Date(),
    previous: last?.hash ?? firstPrevious,
  };
  await events.insert({ ...line, hash: hashOf(line) });
}
