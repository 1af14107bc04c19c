import { Section, type WorkflowStep } from "@upiao/db";
import {
  type Action,
  isAdopted,
  isOpenToChange,
  obstacleTo,
  postForStep,
  Refusal,
  type SectionFacts,
  steps,
  whyNotStep,
} from "@upiao/domain";
import type { EntityManager } from "typeorm";
import { bodyNames } from "../body/body-names.ts";
import { readTexts } from "../coediting/text-readings.ts";
import { postsOf } from "../people/posts-of.ts";
import { freezeVersion } from "../version/freeze-version.ts";
import { readSignatures } from "./load-signers.ts";
import { isTakenAlone } from "./next-step.ts";
import { readinessOf } from "./readiness.ts";
import { recordSectionStep } from "./record-step.ts";

export interface Move {
  readonly section: Section;
  readonly facts: SectionFacts;
  readonly action: Action;
  readonly reason: string | null;
  readonly userId: string;
}

/** Takes a step of a section, which is locked, in this transaction. The step that shuts a text gets its version later, once
 *  everybody has heard of it: what is typed until then belongs to it. Throws a `Refusal`. */
export async function moveSection(tx: EntityManager, move: Move): Promise<WorkflowStep> {
  const { section, facts, action, reason, userId } = move;
  const posts = await postsOf(tx, userId);
  const why = isTakenAlone(action, facts) ? whyNotStep(action, facts, posts) : "NOT_IN_THIS_STATE";
  if (why) throw new Refusal(why);
  if (steps[action].needsReason && reason === null) throw new Refusal("REASON_NEEDED");
  await checkReadiness(tx, move);

  const { id: sectionId, state: fromState } = section;
  const { to: toState } = steps[action];
  const shuts = isOpenToChange(fromState) && !isOpenToChange(toState);
  const version = shuts ? null : await freezeVersion(tx, { sectionId, kind: "FROZEN", byUserId: userId });
  const post = postForStep(action, facts, posts)!;
  await tx
    .getRepository(Section)
    .update(sectionId, { state: toState, ...(isAdopted(toState) ? {} : { adoptedAt: null }) });
  return recordSectionStep(tx, { ...move, posts, post, versionId: version?.id ?? null });
}

async function checkReadiness(tx: EntityManager, { section, facts, action }: Move): Promise<void> {
  const text = (await readTexts(tx, [section.id])).get(section.id)!;
  if (text instanceof Error) throw text;
  const readiness = readinessOf(facts, text, await readSignatures(tx, [section.id]));
  const obstacle = obstacleTo(action, readiness);
  if (!obstacle) return;
  const bodies = obstacle === "SIGN_OFFS_MISSING" ? await bodyNames(tx, readiness.missingBodyIds) : [];
  throw new Refusal(obstacle, { count: readiness.openSuggestions, bodies: bodies.join(", ") });
}
