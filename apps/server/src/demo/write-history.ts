import { freezeVersion } from "@upiao/api";
import { Plan, Section, WorkflowStep } from "@upiao/db";
import { type Action, type State, steps } from "@upiao/domain";
import type { DataSource, EntityManager } from "typeorm";
import { demoBodies } from "./bodies.ts";
import { type Doer, findDoers } from "./doers.ts";
import { type DemoPlan, demoPlans } from "./plans.ts";

/** How many days ago each step was taken. */
const daysAgo: Readonly<Partial<Record<Action, number>>> = { SUBMIT: 9, REQUEST_CHANGES: 5, VALIDATE: 4 };
/** The term of the budget, so many days from the start, so that the demonstration has a deadline to count down to. */
const budgetTermInDays = 15;
const dayMs = 86_400_000;

/** By which steps a section came to its state. What was adopted in earlier years was brought onto the platform as it was, and how
 *  it was adopted is for `writeAdoptions`. */
const ways: Readonly<Record<State, readonly Action[]>> = {
  DRAFT: [],
  SUBMITTED: ["SUBMIT"],
  CHANGES_REQUESTED: ["SUBMIT", "REQUEST_CHANGES"],
  VALIDATED: ["SUBMIT", "VALIDATE"],
  ADOPTED: [],
  PUBLISHED: [],
};

const request =
  "Indicare per ogni obiettivo la fonte del dato e il responsabile, e togliere dalla tabella gli indicatori senza un valore di partenza. (Testo dimostrativo.)";

/** Writes by which steps the sections and plans of the demonstration came to their states, each with its frozen text, and when
 *  the plans are due. All or none, and once. */
export async function writeHistory(database: DataSource): Promise<number> {
  if (await database.getRepository(WorkflowStep).exists()) return 0;
  return database.transaction(async (tx) => {
    let count = 0;
    for (const plan of demoPlans) count += await writeHistoryOf(tx, plan);
    return count;
  });
}

async function writeHistoryOf(tx: EntityManager, demo: DemoPlan): Promise<number> {
  const plan = await tx.getRepository(Plan).findOneOrFail({
    where: { body: { istatCode: demoBodies[demo.body] }, firstYear: demo.firstYear },
  });
  const takerOf = await findDoers(tx, demo.body);
  if (demo.state !== "PUBLISHED") await putOffTerm(tx, plan.id);
  const sections = await tx.getRepository(Section).findBy({ planId: plan.id });
  let count = 0;
  for (const { id: sectionId, state } of sections) {
    if (ways[state].length === 0) continue;
    const version = await freezeVersion(tx, {
      sectionId,
      kind: "FROZEN",
      byUserId: takerOf("SUBMIT").userId,
    });
    count += await writeSteps(tx, takerOf, state, { sectionId, versionId: version.id });
  }
  return count + (await writeSteps(tx, takerOf, plan.state, { planId: plan.id }));
}

async function writeSteps(
  tx: EntityManager,
  takerOf: (action: Action) => Doer,
  state: State,
  subject: Pick<Partial<WorkflowStep>, "sectionId" | "planId" | "versionId">,
): Promise<number> {
  let fromState: State = "DRAFT";
  const rows = ways[state].map((action) => {
    const { userId: byUserId, bodyId, role } = takerOf(action);
    const toState = steps[action].to;
    const at = new Date(Date.now() - daysAgo[action]! * dayMs);
    const reason = action === "REQUEST_CHANGES" ? request : null;
    const row = { ...subject, action, fromState, toState, reason, byUserId, bodyId, role, at };
    fromState = toState;
    return row;
  });
  await tx.getRepository(WorkflowStep).insert(rows);
  return rows.length;
}

async function putOffTerm(tx: EntityManager, planId: string): Promise<void> {
  const day = new Date(Date.now() + budgetTermInDays * dayMs).toISOString().slice(0, 10);
  await tx.getRepository(Plan).update(planId, {
    budgetDeadline: day,
    deadlineReason: "Termine del bilancio differito (atto dimostrativo)",
  });
}
