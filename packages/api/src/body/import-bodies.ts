import { lastImportDay, lockBodies, readKnownBodies, writeBodyChanges } from "@upiao/db";
import { type BodyChange, type BodyRegister, compareRegister, type RegisterFault } from "@upiao/domain";
import type { DataSource, EntityManager } from "typeorm";
import { byOperator } from "../audit/by-operator.ts";
import { recordAudit } from "../audit/record-audit.ts";

export interface BodyImport {
  readonly register: BodyRegister;
  /** Of which day the edition is, ISO 8601. */
  readonly day: string;
  /** Takes also an edition that has many bodies no more. */
  readonly allowMany: boolean;
  /** Writes what changes; without it, it is only looked at. */
  readonly apply: boolean;
}

export interface ImportedBodies {
  readonly changes: readonly BodyChange[];
  /** Why nothing was written. */
  readonly faults: readonly RegisterFault[];
}

/** Brings the bodies to an edition of the registers: all of it or, when it has a fault, nothing. For whoever operates the
 *  installation, never for a door. */
export function importBodies(
  database: DataSource,
  { register, day, allowMany, apply }: BodyImport,
): Promise<ImportedBodies> {
  return database.transaction(async (tx) => {
    if (apply) await lockBodies(tx);
    const compared = compareRegister(register, await readKnownBodies(tx), day, { allowMany });
    const last = await lastImportDay(tx);
    const isOlder = last !== null && day < last;
    const older = { file: "ISTAT", line: null, code: "OLDER_EDITION", of: last ?? "" } as const;
    const faults = isOlder ? [older, ...compared.faults] : compared.faults;
    if (faults.length === 0 && apply && compared.changes.length > 0) {
      await writeBodyChanges(tx, compared.changes, day);
      await recordChanges(tx, compared.changes, day);
    }
    return { changes: compared.changes, faults };
  });
}

/** A line in the register of each body that has people, plans or an office: there is who will ask why it changed. */
async function recordChanges(tx: EntityManager, changes: readonly BodyChange[], day: string): Promise<void> {
  const kinds = new Map<string, string[]>();
  for (const change of changes) {
    if (change.what === "ADDED") continue;
    kinds.set(change.of.id, [...(kinds.get(change.of.id) ?? []), change.what]);
  }
  const used: { id: string }[] = await tx.query(
    `SELECT id FROM body b
      WHERE id = ANY ($1::uuid[])
        AND (EXISTS (SELECT FROM membership m WHERE m.body_id = b.id)
          OR EXISTS (SELECT FROM plan p WHERE p.body_id = b.id)
          OR EXISTS (SELECT FROM office_member o WHERE o.body_id = b.id)
          OR EXISTS (SELECT FROM associated_office o WHERE o.lead_body_id = b.id))
      ORDER BY id`,
    [[...kinds.keys()]],
  );
  for (const { id } of used) {
    const subject = { what: kinds.get(id)!.join(" "), day };
    await recordAudit(tx, { chain: id, userId: byOperator, action: "body.IMPORT", subject });
  }
}
