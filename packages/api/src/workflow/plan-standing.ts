import { loadPlanReviewers, loadSectionFacts, type Plan, Section } from "@upiao/db";
import {
  type Gap,
  gapsOf,
  type MeasuredSection,
  notYetValidated,
  outlinePlan,
  type PlanTemplate,
  type SectionFacts,
  standsInPlanOf,
} from "@upiao/domain";
import { type DataSource, type EntityManager, In } from "typeorm";
import { findValidated } from "../adoption/find-validated.ts";
import { readTexts } from "../coediting/text-readings.ts";
import { sectionsAround } from "../plan/load-plan-sections.ts";

/** How a plan stands before it is submitted or validated, whoever asks. */
export interface PlanStanding {
  /** What it lacks against the piano-tipo. */
  readonly gaps: readonly Gap[];
  /** Its own sections that have words. */
  readonly written: readonly Section[];
  /** Titles of the sections in it that have words and are not validated yet. A shared one that is being amended has been: it
   *  stands in the plan as it was then. */
  readonly notValidated: readonly string[];
}

export async function readPlanStanding(
  database: DataSource | EntityManager,
  plan: Plan,
  template: PlanTemplate,
): Promise<PlanStanding> {
  const ids = (await sectionsAround(database, [plan.id])).map((row) => row.section_id);
  const facts = await loadSectionFacts(database, ids);
  const sections = await database
    .getRepository(Section)
    .find({ where: { id: In(ids) }, order: { code: "ASC" } });
  const texts = await readTexts(database, ids);
  const measured = sections
    .filter(({ id }) => standsInPlanOf(plan.bodyId, facts.get(id)!))
    .map((section): MeasuredSection & { readonly section: Section } => {
      const text = texts.get(section.id)!;
      if (text instanceof Error) throw text;
      const { code, title, state } = section;
      return { section, code, title, state, isEmpty: text.words.trim() === "" };
    });
  const validated = await findValidated(database, ids);
  const { form, placement, placementNumber } = plan;
  const written = measured.filter(({ isEmpty }) => !isEmpty);
  return {
    gaps: gapsOf(outlinePlan({ template, form, placement, placementNumber, sections: measured })),
    written: written.map(({ section }) => section).filter(({ planId }) => planId === plan.id),
    notValidated: notYetValidated(written)
      .filter(({ section }) => section.planId === plan.id || !validated.has(section.id))
      .map(({ title }) => title),
  };
}

/** A plan as the rules of the workflow see it: it has an owner and a state, as a section has. */
export async function subjectOf(database: DataSource | EntityManager, plan: Plan): Promise<SectionFacts> {
  const reviewerBodyIds = (await loadPlanReviewers(database, [plan.id])).get(plan.id) ?? [];
  const owner = { kind: "BODY", bodyId: plan.bodyId, reviewerBodyIds } as const;
  return { state: plan.state, closed: false, adoptedAt: null, owner };
}
