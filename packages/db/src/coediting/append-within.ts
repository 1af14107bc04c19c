import type { EntityManager } from "typeorm";
import { claimClients } from "./claim-clients.ts";
import type { NewBatch } from "./update-log.ts";
import { encodeUpdates } from "./updates-of-batch.ts";

/** A try finds the place taken when somebody commits a letter in the instant between looking and writing: of two who type
 *  without a pause some one in five. */
const mostTries = 100;

/** Appends a batch at the next free place of a log, in somebody's transaction, together with what else that does; answers the
 *  place, or the claimed client ids that are somebody else's. Until it ends whoever writes in the section waits, and with them
 *  all that their node commits: it is the last thing that a transaction does. */
export async function appendWithin(
  tx: EntityManager,
  batch: Omit<NewBatch, "seq">,
): Promise<number | { readonly foreign: ReadonlySet<number> }> {
  const { log, updates, claims } = batch;
  if (claims.size > 0) {
    const asked = { ...batch, seq: 0 };
    const foreign = (await claimClients(tx, [asked])).get(asked);
    if (foreign) return { foreign };
  }
  const row = encodeUpdates(updates);
  for (let tries = 0; tries < mostTries; tries++) {
    const [taken]: { seq: number }[] = await tx.query(
      `INSERT INTO section_update (log, seq, at, updates)
       SELECT $1, 1 + greatest(0, (SELECT max(seq) FROM section_update WHERE log = $1),
                                  (SELECT seq FROM section_snapshot WHERE log = $1)), clock_timestamp(), $2
       ON CONFLICT DO NOTHING RETURNING seq`,
      [log, row],
    );
    if (taken) return taken.seq;
  }
  throw new Error("others were always quicker to write");
}
