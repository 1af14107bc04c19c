import { recordAudits } from "@upiao/api";
import { WorkflowStep } from "@upiao/db";
import { type Action, steps } from "@upiao/domain";
import type { EntityManager } from "typeorm";
import { type DemoAdoption, momentOf } from "./adoptions.ts";
import type { Doer } from "./doers.ts";

interface Move {
  readonly action: Action;
  readonly planId: string;
  /** The register of the plan's body. */
  readonly chain: string;
  readonly sections: readonly { readonly id: string; readonly versionId: string | null }[];
  readonly takerOf: (action: Action) => Doer;
  readonly days: DemoAdoption["days"];
  readonly reason?: string;
  /** What else the register has of the plan's step. */
  readonly also?: Readonly<Record<string, string | number>>;
}

/** Notes a step that sections and their plan took together long ago. The register says it under the day on which it was put there,
 *  as of everything: nobody writes in it under another. */
export async function recordSteps(tx: EntityManager, move: Move): Promise<void> {
  const { action, planId, chain, sections, takerOf, days, reason = null, also } = move;
  const { userId, bodyId, role } = takerOf(action);
  const { from, to: toState } = steps[action];
  const taken = { action, fromState: from[0]!, toState, reason, byUserId: userId, bodyId, role };
  const rows = await tx
    .getRepository(WorkflowStep)
    .save(
      [
        ...sections.map(({ id: sectionId, versionId }) => ({ ...taken, sectionId, versionId })),
        { ...taken, planId, versionId: null },
      ].map((row) => ({ ...row, at: momentOf(days[action]!) })),
    );
  const deeds = rows.map(({ id: step, sectionId, versionId }) => {
    const states = { step, from: taken.fromState, to: toState };
    return sectionId
      ? {
          userId,
          action: `section.${action}` as const,
          subject: { section: sectionId, version: versionId, ...states },
        }
      : { userId, action: `plan.${action}` as const, subject: { plan: planId, ...states, ...also } };
  });
  await recordAudits(tx, chain, deeds);
}
