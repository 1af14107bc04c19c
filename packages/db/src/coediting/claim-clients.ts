import type { EntityManager } from "typeorm";
import type { NewBatch } from "./update-log.ts";

/** Binds the client ids to those who use them first; answers the ids of each batch that were somebody else's. */
export async function claimClients(
  tx: EntityManager,
  batches: readonly NewBatch[],
): Promise<Map<NewBatch, ReadonlySet<number>>> {
  const claims = batches.flatMap((batch) =>
    [...batch.claims].map(([clientId, userId]) => ({ batch, clientId, userId })),
  );
  const rows: { section_id: string; client_id: string; user_id: string }[] = await tx.query(
    `INSERT INTO section_client (section_id, client_id, user_id, first_at, last_at)
     SELECT section_id, client_id, user_id, now(), now()
       FROM unnest($1::uuid[], $2::bigint[], $3::uuid[]) AS claim (section_id, client_id, user_id)
      ORDER BY section_id, client_id
     ON CONFLICT (section_id, client_id) DO UPDATE SET last_at = now()
     RETURNING section_id, client_id, user_id`,
    [
      claims.map(({ batch }) => batch.sectionId),
      claims.map(({ clientId }) => clientId),
      claims.map(({ userId }) => userId),
    ],
  );
  const owners = new Map(rows.map((row) => [`${row.section_id} ${row.client_id}`, row.user_id]));
  const foreign = new Map<NewBatch, Set<number>>();
  for (const { batch, clientId, userId } of claims) {
    if (owners.get(`${batch.sectionId} ${clientId}`) === userId) continue;
    foreign.set(batch, (foreign.get(batch) ?? new Set()).add(clientId));
  }
  return foreign;
}
