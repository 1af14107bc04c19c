import { Body, loadSectionFacts, type Plan, Section, Version } from "@upiao/db";
import {
  type AdoptedPart,
  type AdoptedPlan,
  type AdoptedText,
  canonicalText,
  type TextJson,
} from "@upiao/document";
import {
  isOpenToChange,
  lastYearOf,
  type OutlineLine,
  outlinePlan,
  type PlanTemplate,
  Refusal,
  standsInPlanOf,
} from "@upiao/domain";
import { type EntityManager, In } from "typeorm";
import { fragmentOf, openBytes } from "../coediting/open-text.ts";
import { sectionsAround } from "../plan/load-plan-sections.ts";
import { freezeVersion } from "../version/freeze-version.ts";
import { findValidated } from "./find-validated.ts";

/** A plan put together, and the sections whose texts are in it. */
export interface Assembly {
  readonly plan: AdoptedPlan;
  readonly texts: readonly FrozenText[];
}

/** A section and the frozen version of it that stands in the plan. */
export interface FrozenText {
  readonly section: Section;
  readonly versionId: string;
  readonly content: TextJson;
}

/** Puts a plan together from its sections as they were validated, the shared ones included, in the plan's order. Throws
 *  SECTIONS_NOT_VALIDATED, and NOTHING_WRITTEN for a plan without a word. */
export async function assemblePlan(
  tx: EntityManager,
  plan: Plan,
  template: PlanTemplate,
  { userId, act }: { readonly userId: string; readonly act: AdoptedPlan["act"] },
): Promise<Assembly> {
  const texts = await freezeTexts(tx, plan, userId);
  if (texts.length === 0) throw new Refusal("NOTHING_WRITTEN");
  const body = await tx.getRepository(Body).findOneByOrFail({ id: plan.bodyId });
  const { form, placement, placementNumber, firstYear, amendment, dup, peg } = plan;
  const written = texts.map((text) => ({ ...text, code: text.section.code, title: text.section.title }));
  const outline = outlinePlan({ template, form, placement, placementNumber, sections: written });
  const { name, type, istatCode, ipaCode } = body;
  return {
    texts,
    plan: {
      format: "upiao-plan/1",
      body: { name, type, istatCode, ipaCode },
      firstYear,
      lastYear: lastYearOf(firstYear),
      form,
      amendment,
      act,
      dup,
      peg,
      parts: outline.filter((line) => isInPlan(line, outline)).map(partOf),
    },
  };
}

/** Each section at the version that stands in the plan; those without a word are left out. */
async function freezeTexts(tx: EntityManager, plan: Plan, userId: string): Promise<FrozenText[]> {
  const ids = (await sectionsAround(tx, [plan.id])).map((row) => row.section_id);
  const facts = await loadSectionFacts(tx, ids);
  const inPlan = ids.filter((id) => standsInPlanOf(plan.bodyId, facts.get(id)!));
  // In one order, or two who adopt at once could wait for each other.
  const sections = await tx.getRepository(Section).find({ where: { id: In(inPlan) }, order: { id: "ASC" } });
  const validated = await findValidated(tx, inPlan);
  const texts: FrozenText[] = [];
  const open: string[] = [];
  for (const section of sections) {
    const isOpen = isOpenToChange(section.state);
    // The body's own text is what was validated now; a shared one that is being amended, what was validated before.
    const validatedId = section.planId === null ? validated.get(section.id) : undefined;
    const versionId = isOpen ? validatedId : (await freezeNow(tx, section, userId)).id;
    const content = await readContent(tx, versionId ?? (await freezeNow(tx, section, userId)).id);
    if (!content) continue;
    if (versionId === undefined) open.push(section.title);
    else texts.push({ section, versionId, content });
  }
  if (open.length > 0) throw new Refusal("SECTIONS_NOT_VALIDATED", { sections: open.join("; ") });
  return texts;
}

/** What is validated no longer changes: it is frozen already, but for one whose step was taken within this second. */
function freezeNow(tx: EntityManager, { id: sectionId }: Section, byUserId: string): Promise<Version> {
  return freezeVersion(tx, { sectionId, kind: "FROZEN", byUserId });
}

async function readContent(tx: EntityManager, versionId: string): Promise<TextJson | null> {
  const { bytes } = await tx
    .getRepository(Version)
    .findOneOrFail({ where: { id: versionId }, select: { id: true, bytes: true } });
  const doc = openBytes(bytes);
  try {
    const spelled = canonicalText(fragmentOf(doc));
    return /"text":"[^"]*\S/.test(spelled) ? (JSON.parse(spelled) as TextJson) : null;
  } finally {
    doc.destroy();
  }
}

type Line = OutlineLine<FrozenText & { readonly code: string; readonly title: string }>;
/** A part and what is written in it. */
interface Written {
  readonly number: string;
  readonly sections: readonly unknown[];
}

/** A part without a text is in the plan as the heading of those under it. */
export function isInPlan({ number, sections }: Written, outline: readonly Written[]): boolean {
  return (
    sections.length > 0 ||
    outline.some((line) => line.number.startsWith(`${number}.`) && line.sections.length > 0)
  );
}

function partOf({ number, title, depth, sections }: Line): AdoptedPart {
  const texts = sections.map(
    ({ section, versionId, content }): AdoptedText => ({
      section: section.id,
      version: versionId,
      code: section.code,
      title: section.title,
      shared: section.officeId !== null,
      content,
    }),
  );
  return { number, title, depth, texts };
}
