import { type HubRecord, loadHubBodies } from "@upiao/db";
import {
  type AuditAction,
  type HubBody,
  type HubRecordKind,
  Refusal,
  type RefusalCode,
  whyNotKeep,
} from "@upiao/domain";
import { type EntityManager, type EntityTarget, type FindOptionsWhere, QueryFailedError } from "typeorm";
import { recordAudit } from "../audit/record-audit.ts";
import type { Context } from "../context.ts";
import { postsOf } from "../people/posts-of.ts";

/** A record of the hub that is of a body. */
export type OwnedRecord = HubRecord & { readonly bodyId: string | null };

/** What of a record is kept: all but its id, whose it is, and what counts its changes. */
export type RecordValues<Row extends OwnedRecord> = Partial<Omit<Row, "id" | "revision" | "bodyId">>;

export interface Saving<Row extends OwnedRecord> {
  readonly entity: EntityTarget<Row>;
  readonly kind: HubRecordKind;
  /** Null: a new one. */
  readonly known: KnownRecord | null;
  /** Whose a new one is; a known one stays whose it is. */
  readonly bodyId: string;
  readonly values: RecordValues<Row>;
  /** What only a new one takes: of a known one it stays as it is. */
  readonly fixed?: RecordValues<Row>;
  /** Why a known one may not become so, or null. */
  readonly whyNot?: WhyNot<Row>;
  /** How its body stands to it, where that is not how it stands in the hub. */
  readonly facts?: (tx: EntityManager, record: Owned<Row>) => Promise<HubBody>;
}

export type WhyNot<Row> = (tx: EntityManager, row: Row) => Promise<RefusalCode | null> | RefusalCode | null;

/** What the rules ask of a record, new or known. */
export type Owned<Row extends OwnedRecord> = RecordValues<Row> & { readonly bodyId: string };

export interface KnownRecord {
  readonly id: string;
  /** As it was when its changer saw it. */
  readonly revision: number;
}

/** Writes a record of the hub, new or changed, with its line in the register. Of two who change it at once the second is told,
 *  and nothing of theirs is written. Throws a `Refusal`. */
export function saveRecord<Row extends OwnedRecord>(context: Context, saving: Saving<Row>): Promise<Row> {
  const { entity, kind, known, values, fixed, facts = factsOf, whyNot } = saving;
  const { userId } = context.signedIn;
  return answering({ "23505": "ALREADY_EXISTS" }, () =>
    context.change(async (tx) => {
      const before = known && (await lockRecord(tx, entity, known.id));
      const bodyId = before ? before.bodyId : saving.bodyId;
      const owned = { ...(before ?? fixed), bodyId: bodyId ?? saving.bodyId } as Owned<Row>;
      await requireKeeper(tx, userId, kind, await facts(tx, owned));
      if (before && (bodyId === null || before.revision !== known.revision)) {
        throw new Refusal(bodyId === null ? "NOT_YOUR_ROLE" : "CHANGED_MEANWHILE");
      }
      const why = before && ((await whyNot?.(tx, before)) ?? null);
      if (why) throw new Refusal(why);
      const revision = (before?.revision ?? 0) + 1;
      const row = { ...(before ?? fixed), ...values, bodyId, revision } as Row;
      const saved = await tx.getRepository(entity).save(row);
      await note(tx, { userId, bodyId: bodyId!, action: `hub.SAVE_${kind}`, id: saved.id });
      return saved;
    }),
  );
}

/** Removes a record of the hub. Throws a `Refusal`. */
export function removeRecord<Row extends OwnedRecord>(
  context: Context,
  removing: Pick<Saving<Row>, "entity" | "kind" | "facts"> & {
    readonly known: KnownRecord;
    readonly whyNot?: WhyNot<Row>;
  },
): Promise<void> {
  const { entity, kind, known, facts = factsOf, whyNot } = removing;
  const { userId } = context.signedIn;
  // What others rest on stays. PostgreSQL calls it by the one code or the other from release to release.
  return answering({ "23001": "STILL_USED", "23503": "STILL_USED" }, () =>
    context.change(async (tx) => {
      const row = await lockRecord(tx, entity, known.id);
      // The catalogue's are nobody's to remove.
      if (row.bodyId === null) throw new Refusal("NOT_YOUR_ROLE");
      await requireKeeper(tx, userId, kind, await facts(tx, { ...row, bodyId: row.bodyId }));
      const why = row.revision === known.revision ? ((await whyNot?.(tx, row)) ?? null) : "CHANGED_MEANWHILE";
      if (why) throw new Refusal(why);
      await tx.getRepository(entity).delete(known.id);
      await note(tx, { userId, bodyId: row.bodyId, action: `hub.REMOVE_${kind}`, id: known.id });
    }),
  );
}

/** How a body stands in the hub now; an unknown one is nobody's. */
export async function factsOf(tx: EntityManager, { bodyId }: { readonly bodyId: string }): Promise<HubBody> {
  const facts = (await loadHubBodies(tx, [bodyId])).get(bodyId);
  return facts ?? { bodyId, leadBodyIds: [], officeBodyIds: [] };
}

async function requireKeeper(
  tx: EntityManager,
  userId: string,
  kind: HubRecordKind,
  facts: HubBody,
): Promise<void> {
  const why = whyNotKeep(kind, facts, await postsOf(tx, userId));
  if (why) throw new Refusal(why);
}

async function lockRecord<Row extends OwnedRecord>(
  tx: EntityManager,
  entity: EntityTarget<Row>,
  id: string,
): Promise<Row> {
  const where = { id } as FindOptionsWhere<Row>;
  const row = await tx.getRepository(entity).findOne({ where, lock: { mode: "pessimistic_write" } });
  if (!row) throw new Refusal("NOT_FOUND");
  return row;
}

function note(
  tx: EntityManager,
  deed: {
    readonly userId: string;
    readonly bodyId: string;
    readonly action: AuditAction;
    readonly id: string;
  },
): Promise<void> {
  const { userId, bodyId: chain, action, id: record } = deed;
  return recordAudit(tx, { chain, userId, action, subject: { record } });
}

/** Answers what PostgreSQL refuses by these codes as a refusal: another node may have been first. */
async function answering<Result>(
  answers: Readonly<Record<string, RefusalCode>>,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const code =
      error instanceof QueryFailedError ? (error.driverError as { code?: string }).code : undefined;
    const refusal = code === undefined ? undefined : answers[code];
    throw refusal ? new Refusal(refusal) : error;
  }
}
