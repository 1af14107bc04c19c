import { type Body, loadSectionFacts } from "@upiao/db";
import { mayReadGrid, mayReadMeasurements, Refusal, type SectionFacts } from "@upiao/domain";
import type { EntityManager } from "typeorm";
import type { Context } from "../context.ts";
import { ensureProjected } from "../objective/ensure-projected.ts";
import { findMeasuredSections } from "./measured-sections.ts";

/** A section that a body measures in a year, with what the rules know of it. */
export interface GridSection {
  readonly id: string;
  readonly facts: SectionFacts;
}

export interface ReadableGrid {
  readonly body: Body;
  readonly sections: readonly GridSection[];
}

/** A body whose grid of this year the viewer may read, with the sections of it that they may; throws NOT_FOUND for every
 *  other. */
export async function readGridSections(
  context: Context,
  bodyId: string,
  year: number,
): Promise<ReadableGrid> {
  const { loaders, parts, signedIn } = context;
  const [body, sections] = await Promise.all([
    loaders.bodies.load(bodyId),
    gridSections(parts.database.manager, bodyId, year),
  ]);
  const facts = sections.map((section) => section.facts);
  if (!body || !mayReadGrid(facts, bodyId, signedIn.posts)) throw new Refusal("NOT_FOUND");
  const readable = sections.filter((one) => mayReadMeasurements(one.facts, bodyId, signedIn.posts));
  await ensureProjected(
    parts.database,
    readable.map(({ id }) => id),
  );
  return { body, sections: readable };
}

/** The sections that a body measures in a year, with what the rules know of them. Whether somebody may see them is for the caller
 *  to ask. */
export async function gridSections(tx: EntityManager, bodyId: string, year: number): Promise<GridSection[]> {
  const ids = await findMeasuredSections(tx, bodyId, year);
  const facts = await loadSectionFacts(tx, ids);
  return ids.flatMap((id) => {
    const found = facts.get(id);
    return found ? [{ id, facts: found }] : [];
  });
}
