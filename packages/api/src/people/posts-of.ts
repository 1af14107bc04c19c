import { Membership } from "@upiao/db";
import type { Post } from "@upiao/domain";
import type { EntityManager } from "typeorm";

/** The roles of a person as they are now, inside the transaction. */
export function postsOf(tx: EntityManager, userId: string): Promise<Post[]> {
  return tx
    .getRepository(Membership)
    .find({ where: { userId }, select: { id: true, bodyId: true, role: true, competence: true } });
}
