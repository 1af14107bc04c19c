import { AuditEvent } from "@upiao/db";
import type { DataSource, EntityManager } from "typeorm";
import { firstPrevious, hashOf } from "./audit-line.ts";

/** The place of the first line of a chain that is not as it was written, or is missing; null when all are there. What was
 *  cut off at the end only shows against a hash noted elsewhere. */
export async function findAuditFault(
  database: DataSource | EntityManager,
  chain: string,
): Promise<number | null> {
  let previous: Buffer = firstPrevious;
  let place = 0;
  const lines = await database.getRepository(AuditEvent).find({ where: { chain }, order: { place: "ASC" } });
  for (const line of lines) {
    place++;
    const isSound = line.place === place && line.previous.equals(previous) && line.hash.equals(hashOf(line));
    if (!isSound) return place;
    previous = line.hash;
  }
  return null;
}
