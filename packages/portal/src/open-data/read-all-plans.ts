import { type PublicObjective, readObjectives } from "../indicators/read-objectives.ts";
import { barePlansAtOnce, plansAtOnce } from "../limits.ts";
import { findPlansById } from "../plan/find-plans.ts";
import { inForce, type PublishedPlan } from "../plan/published-plan.ts";
import type { Portal } from "../portal.ts";
import { type DataFilter, isInFilter } from "./data-filter.ts";

/** A plan of which something is published, with the objectives in force where they are asked for. */
export interface PlanOfData {
  readonly plan: PublishedPlan;
  readonly objectives: readonly PublicObjective[];
}

/** All published plans, some at a time, in the order of their ids. Between two portions nothing is held, neither a connection nor
 *  a snapshot: who reads slowly, or stops, costs nobody anything. */
export async function* readAllPlans(
  { database, costly }: Portal,
  filter: DataFilter,
  { hasObjectives }: { readonly hasObjectives: boolean },
): AsyncGenerator<PlanOfData[]> {
  let after = "00000000-0000-0000-0000-000000000000";
  while (true) {
    const portion = await costly.pass(async () => {
      const rows: { id: string }[] = await database.query(
        `SELECT pl.id FROM plan pl JOIN body b ON b.id = pl.body_id
          WHERE pl.id > $3 AND ${isInFilter} AND EXISTS (SELECT FROM adoption a
            JOIN publication p ON p.adoption_id = a.id WHERE a.plan_id = pl.id)
          ORDER BY pl.id LIMIT $4`,
        [filter.province, filter.firstYear, after, hasObjectives ? plansAtOnce : barePlansAtOnce],
      );
      const ids = rows.map(({ id }) => id);
      const plans = await findPlansById(database, ids);
      const adoptionIds = hasObjectives ? plans.map((plan) => inForce(plan).id) : [];
      const objectives = hasObjectives ? await readObjectives(database, adoptionIds) : [];
      return { last: ids.at(-1), plans: plans.map((plan) => ({ plan, objectives: of(plan, objectives) })) };
    });
    if (portion.last === undefined) return;
    after = portion.last;
    yield portion.plans;
  }
}

function of(plan: PublishedPlan, objectives: readonly PublicObjective[]): PublicObjective[] {
  const { id } = inForce(plan);
  return objectives.filter(({ adoptionId }) => adoptionId === id);
}

/** What changes whenever the data do: publications are only added, and a corrected value is of a later moment. */
export async function readDataState({ database, costly }: Portal, filter: DataFilter): Promise<unknown> {
  return costly.pass(() =>
    database.query(
      `WITH published AS (SELECT pl.body_id, p.at FROM publication p JOIN adoption a ON a.id = p.adoption_id
          JOIN plan pl ON pl.id = a.plan_id JOIN body b ON b.id = pl.body_id WHERE ${isInFilter})
        SELECT (SELECT count(*) FROM published) AS publications, (SELECT max(at) FROM published) AS published,
          count(*) AS measurements, max(m.at) AS measured
        FROM measurement m WHERE m.body_id IN (SELECT body_id FROM published)`,
      [filter.province, filter.firstYear],
    ),
  );
}
