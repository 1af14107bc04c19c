import type { Plan } from "@upiao/db";
import { mayActOnSection } from "@upiao/domain";
import type { Context } from "../context.ts";
import { ensureProjected } from "../objective/ensure-projected.ts";
import { readableSectionsOf } from "../plan/read-plan.ts";
import { findChangedLinks } from "./find-changed-links.ts";
import { findNewerEdition } from "./find-edition.ts";
import type { PlanCarryOver } from "./plan-carry-over.ts";

/** What the newest edition has made of the links of a plan that is written against an older one, as far as nobody has decided it. */
export async function findCarryOver(context: Context, plan: Plan): Promise<PlanCarryOver[]> {
  const { strategyEdition: edition } = plan;
  const { loaders, parts, signedIn } = context;
  if (edition === null) return [];
  const newest = await findNewerEdition(parts.database, edition);
  if (!newest) return [];
  const sectionIds = (await readableSectionsOf(context, plan)).map(({ id }) => id);
  await ensureProjected(parts.database, sectionIds);
  const links = await findChangedLinks(parts.database, { sectionIds, edition, newest: newest.code });
  const facts = await Promise.all(links.map(({ objective }) => loaders.facts.load(objective.sectionId)));
  return links.map((link, index) => {
    const section = facts[index];
    return { ...link, mayDecide: section != null && mayActOnSection("edit", section, signedIn.posts) };
  });
}
