import { Body } from "@upiao/db";
import { Refusal } from "@upiao/domain";
import type { EntityManager } from "typeorm";

/** Locks the body, so that changes of its people come one after the other: two administrators who take the
 *  role from each other at the same moment must not leave it without one. */
export async function lockBody(tx: EntityManager, bodyId: string): Promise<void> {
  const body = await tx.getRepository(Body).findOne({
    where: { id: bodyId },
    select: { id: true },
    // Rows elsewhere that refer to the body are inserted meanwhile: their lock on its key is no obstacle.
    lock: { mode: "for_no_key_update" },
  });
  if (!body) throw new Refusal("NOT_FOUND");
}
