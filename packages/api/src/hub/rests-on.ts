import { Objective } from "@upiao/db";
import type { RefusalCode } from "@upiao/domain";
import { type EntityManager, IsNull } from "typeorm";

/** Why what objectives name by this code may not go away, or take another code: some stand in texts, published ones too. */
export async function whyNotLost(
  tx: EntityManager,
  by: "service" | "call",
  code: string,
): Promise<RefusalCode | null> {
  const isNamed = await tx.getRepository(Objective).existsBy({ [by]: code, removedAt: IsNull() });
  return isNamed ? "STILL_USED" : null;
}
