import { AssociatedOffice, OfficeMember } from "@upiao/db";
import { type EntityManager, IsNull } from "typeorm";

/** Whether a body leads an office or takes part in one today: it shares its strategy with one office at a time. To be asked with the
 *  body locked. */
export async function isInOffice(tx: EntityManager, bodyId: string): Promise<boolean> {
  return (
    (await tx.getRepository(AssociatedOffice).existsBy({ leadBodyId: bodyId })) ||
    (await tx.getRepository(OfficeMember).existsBy({ bodyId, leftAt: IsNull() }))
  );
}
