import { Remark } from "@upiao/db";
import type { DataSource } from "typeorm";
import { notify } from "../notification/notify.ts";
import { peopleAt } from "../people/people-at.ts";

/** Tells who decides on it that a citizen has written. Nothing of what was written is in the notice. */
export async function tellOfRemark(database: DataSource, remarkId: string): Promise<void> {
  await database.transaction(async (tx) => {
    const remark = await tx.getRepository(Remark).findOneBy({ id: remarkId });
    if (!remark) return;
    const { bodyId, planId } = remark;
    const to = await peopleAt(tx, [
      { role: "EDITOR", bodyIds: [bodyId] },
      { role: "RTD", bodyIds: [bodyId] },
    ]);
    await notify(tx, { kind: "REMARK", to, planId, byUserId: null });
  });
}
