import { type FundingCall, Objective, sectionIdsAround } from "@upiao/db";
import { ArrayOverlap, In, IsNull, Not } from "typeorm";
import type { Context } from "../context.ts";
import { mostHubObjectives } from "../limits.ts";
import { ensureProjected } from "../objective/ensure-projected.ts";
import { keepReadable } from "../section/read-section.ts";
import type { HubObjective } from "./hub-pages.ts";

/** The objectives of the sections that I may read that rest on a service or a call, by title. */
export async function listHubObjectives(context: Context): Promise<HubObjective[]> {
  const { loaders } = context;
  const sectionIds = await readableSectionIds(context);
  await ensureProjected(context.parts.database, sectionIds);
  const rows = await findResting(context, sectionIds);
  const sections = await Promise.all(rows.map(({ sectionId }) => loaders.sections.load(sectionId)));
  return rows.flatMap(({ id, title, service, call }, index) => {
    const section = sections[index];
    return section ? [{ id, title, service, call, section }] : [];
  });
}

/** Ids of all sections that the viewer may read. */
export async function readableSectionIds(context: Context): Promise<string[]> {
  const bodyIds = context.signedIn.posts.map(({ bodyId }) => bodyId);
  return keepReadable(context, await sectionIdsAround(context.parts.database, bodyIds));
}

function findResting({ parts }: Context, sectionIds: readonly string[]): Promise<Objective[]> {
  const standing = { sectionId: In([...sectionIds]), removedAt: IsNull() };
  return parts.database.getRepository(Objective).find({
    where: [
      { ...standing, service: Not(IsNull()) },
      { ...standing, call: Not(IsNull()) },
    ],
    order: { title: "ASC", id: "ASC" },
    take: mostHubObjectives,
  });
}

/** The objectives of these sections that a call touches, by section: those that rest on it, and those that serve the same of the
 *  Piano triennale. A plan that was published before the call cannot name it. */
export async function objectivesTouched(
  { parts }: Context,
  sectionIds: readonly string[],
  { code, items }: Pick<FundingCall, "code" | "items">,
): Promise<Map<string, Objective[]>> {
  await ensureProjected(parts.database, sectionIds);
  const standing = { sectionId: In([...sectionIds]), removedAt: IsNull() };
  const rows = await parts.database.getRepository(Objective).find({
    where: [
      { ...standing, call: code },
      { ...standing, items: ArrayOverlap(items) },
    ],
    order: { place: "ASC", id: "ASC" },
  });
  const bySection = new Map<string, Objective[]>();
  for (const row of rows) bySection.set(row.sectionId, [...(bySection.get(row.sectionId) ?? []), row]);
  return bySection;
}
