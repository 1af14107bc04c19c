import type { KnownBody } from "@upiao/domain";
import type { EntityManager } from "typeorm";
import { Body } from "./body.entity.ts";
import { BodyChange } from "./body-change.entity.ts";

/** Nobody else writes bodies until this transaction ends; who reads them, and what refers to them, does not wait. */
export async function lockBodies(tx: EntityManager): Promise<void> {
  await tx.query("LOCK TABLE body, body_change IN SHARE ROW EXCLUSIVE MODE");
}

/** All bodies, in the order of their codes. */
export function readKnownBodies(tx: EntityManager): Promise<KnownBody[]> {
  return tx.getRepository(Body).find({ order: { istatCode: "ASC", id: "ASC" } });
}

/** The day of the newest edition that was imported; null: none was. */
export async function lastImportDay(tx: EntityManager): Promise<string | null> {
  // What a merger says has a day of its own, which may lie before the edition.
  const [last] = await tx
    .getRepository(BodyChange)
    .createQueryBuilder("change")
    .select("max(change.day)::text", "day")
    .where("change.source <> 'MERGERS'")
    .getRawMany<{ day: string | null }>();
  return last?.day ?? null;
}
