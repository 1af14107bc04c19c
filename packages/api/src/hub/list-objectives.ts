import { Objective, sectionIdsAround } from "@upiao/db";
import { In, IsNull, Not } from "typeorm";
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

/** The sections among these of which an objective rests on this call. */
export async function sectionsResting(
  { parts }: Context,
  sectionIds: readonly string[],
  call: string,
): Promise<Set<string>> {
  await ensureProjected(parts.database, sectionIds);
  const rows = await parts.database.getRepository(Objective).find({
    where: { sectionId: In([...sectionIds]), removedAt: IsNull(), call },
    select: { id: true, sectionId: true },
  });
  return new Set(rows.map(({ sectionId }) => sectionId));
}
