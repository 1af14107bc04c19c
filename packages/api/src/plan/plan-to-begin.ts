import { Plan, Section } from "@upiao/db";
import {
  badInput,
  type HubBody,
  type Placement,
  type PlanTemplate,
  type PlanToBegin,
  Refusal,
} from "@upiao/domain";
import type { DataSource, EntityManager } from "typeorm";

type Database = DataSource | EntityManager;

/** A plan that is going to be begun. */
export interface Begun {
  readonly bodyId: string;
  readonly firstYear: number;
  /** Of the same body and of earlier years, or null. */
  readonly fromPlanId: string | null;
}

/** What a new plan takes over from one before it. */
export interface PlanBefore {
  readonly plan: Plan | null;
  /** The body's own sections in it. */
  readonly sections: readonly Section[];
}

/** The plan before, which has to be the same body's; throws a `Refusal`. That the viewer may read it follows: who begins a body's
 *  plans reads all of its own. */
export async function findPlanBefore(
  database: Database,
  { bodyId, firstYear, fromPlanId }: Begun,
): Promise<PlanBefore> {
  if (fromPlanId === null) return { plan: null, sections: [] };
  const plan = await database.getRepository(Plan).findOneBy({ id: fromPlanId, bodyId });
  if (!plan) throw new Refusal("NOT_FOUND");
  if (plan.firstYear >= firstYear) throw badInput("fromPlanId", "NOT_EARLIER");
  return { plan, sections: await database.getRepository(Section).findBy({ planId: plan.id }) };
}

/** Where a body's plans carry the strategy: as the plan before did, else as its latest. */
export async function findPlacement(
  database: Database,
  bodyId: string,
  before: Plan | null,
): Promise<{ placement: Placement; placementNumber: string | null }> {
  const like =
    before ??
    (await database.getRepository(Plan).findOne({ where: { bodyId }, order: { firstYear: "DESC" } }));
  return { placement: like?.placement ?? "LUCCA", placementNumber: like?.placementNumber ?? null };
}

/** What the beginning of a plan hangs on. An office of one body is one too. */
export function planToBegin(
  template: PlanTemplate,
  placement: Placement,
  body: HubBody | null | undefined,
): PlanToBegin {
  return { template, placement, inOffice: (body?.officeBodyIds.length ?? 0) > 0 };
}
