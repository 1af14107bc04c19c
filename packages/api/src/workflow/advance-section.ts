import type { Section } from "@upiao/db";
import type { Action } from "@upiao/domain";
import type { Context } from "../context.ts";
import { lockSection } from "../section/lock-section.ts";
import { freezeOnceShut } from "./freeze-shut.ts";
import { moveSection } from "./move-section.ts";
import { tellOfStep } from "./tell-of-step.ts";

/** Takes a step of a section for who is asking. Throws a `Refusal`. */
export async function advanceSection(
  context: Context,
  sectionId: string,
  action: Action,
  reason: string | null,
): Promise<Section | null> {
  const { userId } = context.signedIn;
  const { database, bus } = context.parts;
  const step = await context.change(async (tx) => {
    const { section, facts } = await lockSection(tx, sectionId);
    const step = await moveSection(tx, { section, facts, action, reason, userId });
    const subject = { ...facts, state: step.toState };
    await tellOfStep(tx, { sectionId, subject, action, byUserId: userId });
    return step;
  });
  if (step.versionId === null) await freezeOnceShut(database, step.id);
  bus.publish("review", { sectionId, what: "workflow", id: step.id });
  return context.loaders.sections.load(sectionId);
}
