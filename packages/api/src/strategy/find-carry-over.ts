import type { Plan } from "@upiao/db";
import { carryOver } from "@upiao/domain";
import type { Context } from "../context.ts";
import { findNewerEdition } from "./find-edition.ts";
import { objectivesOf } from "./measure-coverage.ts";
import type { PlanCarryOver } from "./plan-carry-over.ts";

/** What the newest edition has made of the links of a plan that is written against an older one. */
export async function findCarryOver(context: Context, plan: Plan): Promise<PlanCarryOver[]> {
  const { strategyEdition } = plan;
  const { loaders, parts } = context;
  if (strategyEdition === null) return [];
  const newest = await findNewerEdition(parts.database, strategyEdition);
  if (!newest) return [];
  const [objectives, from, to] = await Promise.all([
    objectivesOf(context, plan),
    loaders.strategyItems.load(strategyEdition),
    loaders.strategyItems.load(newest.code),
  ]);
  return objectives.flatMap((objective) =>
    carryOver(objective.items, from, to).map((link) => ({ objective, ...link })),
  );
}
