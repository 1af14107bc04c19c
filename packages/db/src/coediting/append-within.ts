import type { EntityManager } from "typeorm";
import { insertText, insertValues } from "./append-rows.ts";
import { claimClients } from "./claim-clients.ts";
import type { NewBatch, Outcome } from "./update-log.ts";
import { encodeUpdates } from "./updates-of-batch.ts";

/** Appends a batch in somebody's transaction, together with what else that does. Until it ends whoever writes in the
 *  section waits for the place, and with them all that their node commits: it is the last thing that a transaction does. */
export async function appendWithin(tx: EntityManager, batch: NewBatch): Promise<Outcome> {
  const { log, seq, updates, claims } = batch;
  if (claims.size > 0) {
    const foreign = (await claimClients(tx, [batch])).get(batch);
    if (foreign) return { foreign };
  }
  const row = { log, seq, updates: encodeUpdates(updates) };
  const taken: unknown[] = await tx.query(insertText(1), insertValues([row]));
  return taken.length > 0 ? "APPENDED" : "BEHIND";
}
