import { Body, type FundingCall, Plan, type Section } from "@upiao/db";
import { dayInItaly, mayApply, type SectionFacts, sectionsOfCalls } from "@upiao/domain";
import { In, MoreThan } from "typeorm";
import type { Context } from "../context.ts";
import { readableBodies, readableBodyIds } from "./hub-area.ts";
import type { CallSection } from "./hub-pages.ts";
import { objectivesTouched, readableSectionIds } from "./list-objectives.ts";

/** The bodies of the hub that applied to a call, or that it is for. */
export async function concernedBodies(context: Context, call: FundingCall): Promise<Body[]> {
  const [bodies, bodyIds] = await Promise.all([readableBodies(context), readableBodyIds(context)]);
  const applications = await context.loaders.applications.load({ callId: call.id, bodyIds });
  const applied = new Set(applications.map(({ bodyId }) => bodyId));
  return bodies.filter(({ id, type }) => applied.has(id) || mayApply(call.recipients, type));
}

/** The sections of the plans of these years that a call touches and that the viewer may read. Where a later plan is published, the
 *  earlier one is not changed any more. */
export async function touchedSections(context: Context, call: FundingCall): Promise<CallSection[]> {
  const { loaders } = context;
  const [bodies, ids] = await Promise.all([concernedBodies(context, call), readableSectionIds(context)]);
  const touched = await objectivesTouched(context, ids, call);
  const [sections, facts] = await Promise.all([
    Promise.all(ids.map((id) => loaders.sections.load(id))),
    Promise.all(ids.map((id) => loaders.facts.load(id))),
  ]);
  const today = dayInItaly(new Date());
  const published = await latestPublished(context, sections, facts, today);
  return sections.flatMap((section, index): CallSection[] => {
    const known = facts[index];
    if (!section || !known || !isOfTheseYears(section.firstYear, today)) return [];
    if (section.state === "PUBLISHED" && section.firstYear < published.get(ownerOf(section, known))!)
      return [];
    const rows = touched.get(section.id) ?? [];
    if (rows.length === 0 && !sectionsOfCalls.includes(section.code)) return [];
    const ofSection = bodies.filter(({ id }) => bodiesOf(known).includes(id));
    if (ofSection.length === 0) return [];
    const objectives = rows.map(({ id, title, service, call }) => ({ id, title, service, call, section }));
    return [{ section, bodies: ofSection, objectives }];
  });
}

/** The first year of the latest plan of these years that was published, by whose it is: also of one that is being amended. */
async function latestPublished(
  { parts }: Context,
  sections: readonly (Section | null)[],
  facts: readonly (SectionFacts | null)[],
  today: string,
): Promise<Map<string, number>> {
  const amended = await parts.database.getRepository(Plan).find({
    where: { id: In(sections.flatMap((section) => section?.planId ?? [])), amendment: MoreThan(0) },
    select: { id: true },
  });
  const planIds = new Set(amended.map(({ id }) => id));
  const latest = new Map<string, number>();
  for (const [index, section] of sections.entries()) {
    const known = facts[index];
    if (!section || !known || !isOfTheseYears(section.firstYear, today)) continue;
    if (section.state !== "PUBLISHED" && !planIds.has(section.planId ?? "")) continue;
    const owner = ownerOf(section, known);
    latest.set(owner, Math.max(section.firstYear, latest.get(owner) ?? 0));
  }
  return latest;
}

function ownerOf({ officeId }: Section, { owner }: SectionFacts): string {
  return owner.kind === "BODY" ? owner.bodyId : officeId!;
}

/** The bodies whose section it is. */
export function bodiesOf({ owner }: SectionFacts): readonly string[] {
  return owner.kind === "BODY" ? [owner.bodyId] : [owner.leadBodyId, ...owner.memberBodyIds];
}

/** A plan covers three years, and the next one is written in the year before its first. */
export function isOfTheseYears(firstYear: number, today: string): boolean {
  const year = Number(today.slice(0, 4));
  return firstYear <= year + 1 && firstYear + 2 >= year;
}
