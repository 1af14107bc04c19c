import type { FundingCall, Section, WorkflowStep } from "@upiao/db";
import { postForStep, Refusal, steps } from "@upiao/domain";
import type { EntityManager } from "typeorm";
import type { Context } from "../context.ts";
import { touchedSections } from "../hub/touched-sections.ts";
import { postsOf } from "../people/posts-of.ts";
import { lockSection } from "../section/lock-section.ts";
import { moveSection } from "../workflow/move-section.ts";
import { amendWithin } from "./amend-plan.ts";

/** Opens, for a body, the amendment of all published sections that a call touches: those of its plan with the plan's next
 *  aggiornamento, the shared ones for themselves. All or none. Throws a `Refusal`. */
export async function amendForCall(context: Context, call: FundingCall, bodyId: string): Promise<Section[]> {
  const { userId } = context.signedIn;
  const touched = (await touchedSections(context, call))
    .filter(({ section, bodies }) => section.state === "PUBLISHED" && bodies.some(({ id }) => id === bodyId))
    .map(({ section }) => section);
  if (touched.length === 0) throw new Refusal("NOTHING_TO_AMEND");
  const reason = `Avviso di finanziamento «${call.title}».`;
  const opened = await context.change(async (tx) => {
    const opened: WorkflowStep[] = [];
    const planIds = [...new Set(touched.map(({ planId }) => planId))].filter((id) => id !== null);
    for (const planId of planIds.sort()) {
      const sectionIds = touched.filter((section) => section.planId === planId).map(({ id }) => id);
      opened.push(...(await amendWithin(tx, userId, { planId, sectionIds, reason })).opened);
    }
    for (const { id } of touched.filter(({ planId }) => planId === null).sort(byId)) {
      opened.push(...(await amendShared(tx, userId, id, reason)));
    }
    return opened;
  });
  const ids = opened.map(({ sectionId, id }) => {
    context.parts.bus.publish("review", { sectionId: sectionId!, what: "workflow", id });
    return sectionId!;
  });
  const sections = await Promise.all(ids.map((id) => context.loaders.sections.load(id)));
  return sections.filter((section) => section !== null);
}

/** Somebody of another body may have opened it a moment before. */
async function amendShared(
  tx: EntityManager,
  userId: string,
  id: string,
  reason: string,
): Promise<WorkflowStep[]> {
  const { section, facts } = await lockSection(tx, id);
  if (!steps.AMEND.from.includes(section.state)) return [];
  if (!postForStep("AMEND", facts, await postsOf(tx, userId))) throw new Refusal("NOT_YOUR_ROLE");
  return [await moveSection(tx, { section, facts, action: "AMEND", reason, userId })];
}

function byId(one: Section, other: Section): number {
  return one.id < other.id ? -1 : 1;
}
