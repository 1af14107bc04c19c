import type { Notification, Plan, Section } from "@upiao/db";
import { Refusal } from "@upiao/domain";
import { readPlan } from "../plan/read-plan.ts";
import type { Reader } from "../reader.ts";
import { readSection } from "../section/read-section.ts";

/** What a notification is about. */
export type FoundPlace =
  | { readonly section: Section; readonly plan: null }
  | { readonly section: null; readonly plan: Plan };

/** Null when the person may not read it any more: then nothing is said of it, not even who did what there. */
export async function findPlace(
  reader: Reader,
  { sectionId, planId }: Pick<Notification, "sectionId" | "planId">,
): Promise<FoundPlace | null> {
  try {
    if (sectionId !== null) return { section: await readSection(reader, sectionId), plan: null };
    return planId === null ? null : { section: null, plan: await readPlan(reader, planId) };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
