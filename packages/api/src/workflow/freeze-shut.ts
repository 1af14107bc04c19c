import { setTimeout } from "node:timers/promises";
import { WorkflowStep } from "@upiao/db";
import { type DataSource, type EntityManager, IsNull, LessThan, Not } from "typeorm";
import { freezeVersion } from "../version/freeze-version.ts";

/** Within this time everybody has heard that a text is shut, and what was on its way is in the log (THREATS T06). */
const heardMs = 1_000;

/** Freezes the text that a step has shut, once nothing more can come. Another may have done it. */
export async function freezeOnceShut(database: DataSource, stepId: string): Promise<void> {
  await setTimeout(heardMs);
  await database.transaction((tx) => freezeStep(tx, stepId));
}

/** Freezes what a server that died in between has left without its version. */
export async function freezeLeftShut(database: DataSource): Promise<void> {
  const left = await database.getRepository(WorkflowStep).find({
    where: {
      sectionId: Not(IsNull()),
      versionId: IsNull(),
      at: LessThan(new Date(Date.now() - 5 * heardMs)),
    },
    select: { id: true },
  });
  for (const { id } of left) await database.transaction((tx) => freezeStep(tx, id));
}

async function freezeStep(tx: EntityManager, id: string): Promise<void> {
  const steps = tx.getRepository(WorkflowStep);
  const step = await steps.findOne({ where: { id }, lock: { mode: "for_no_key_update" } });
  if (!step?.sectionId || step.versionId !== null) return;
  const { sectionId, byUserId } = step;
  const version = await freezeVersion(tx, { sectionId, kind: "FROZEN", byUserId });
  await steps.update(id, { versionId: version.id });
}
