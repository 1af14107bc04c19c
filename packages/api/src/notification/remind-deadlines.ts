import { Plan } from "@upiao/db";
import {
  awaitsAdoption,
  daysUntil,
  planDeadline,
  reminderDue,
  states,
  stepsFrom,
  takersOf,
} from "@upiao/domain";
import { type DataSource, type EntityManager, In } from "typeorm";
import { peopleAt } from "../people/people-at.ts";
import { subjectOf } from "../workflow/plan-standing.ts";
import { notify } from "./notify.ts";

/** Reminds who has to act next on each plan whose deadline is near, or has just passed, on this day (ISO 8601). However
 *  often it is asked, and by however many nodes, each reminder goes out once. */
export async function remindDeadlines(database: DataSource, today: string): Promise<void> {
  const plans = await database.getRepository(Plan).find({
    where: { state: In(states.filter(awaitsAdoption)) },
    order: { id: "ASC" },
  });
  for (const plan of plans) {
    const deadline = planDeadline(plan);
    const days = reminderDue(daysUntil(deadline, today));
    if (days !== null) await database.transaction((tx) => remind(tx, plan, deadline, days));
  }
}

async function remind(tx: EntityManager, plan: Plan, deadline: string, days: number): Promise<void> {
  const first: object[] = await tx.query(
    `INSERT INTO plan_reminder (plan_id, deadline, days) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING days`,
    [plan.id, deadline, days],
  );
  if (first.length === 0) return;
  const subject = await subjectOf(tx, plan);
  const next = stepsFrom(subject).flatMap((action) => takersOf(action, subject));
  await notify(tx, { kind: "DEADLINE", to: await peopleAt(tx, next), planId: plan.id, byUserId: null });
}
