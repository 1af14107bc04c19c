import { parentOf } from "./part-number.ts";
import type { Placement, PlanForm } from "./plan-form.ts";
import type { PlanTemplate } from "./plan-template.ts";
import { sectionCodes } from "./section-code.ts";

/** What stands in a body's new plan, and what may be added to it, hang on this. */
export interface PlanToBegin {
  readonly template: PlanTemplate;
  readonly placement: Placement;
  /** The body leads an associated office or takes part in one: the strategy is written there, and added to here. */
  readonly inOffice: boolean;
}

/** A section to be written. */
export interface BegunPart {
  readonly code: string;
  readonly title: string;
}

/** The sections with which a plan begins: the parts that its form asks for, what the body adds to the strategy of its office, and
 *  what its plan before had beside them, so that no text is left behind unseen. */
export function beginningParts(
  plan: PlanToBegin,
  form: PlanForm,
  codesBefore: readonly string[] = [],
): BegunPart[] {
  const asked = plan.template.parts.filter((part) => part.required[form]).map(({ number }) => number);
  const own = plan.inOffice ? [sectionCodes.addendum] : [];
  const codes = new Set<string>([...asked, ...own, ...codesBefore]);
  return partsOf(plan).filter(({ code }) => codes.has(code));
}

/** The lines of a plan's outline that have no section yet and may have one. */
export function addableParts(plan: PlanToBegin, codes: readonly string[]): BegunPart[] {
  const away: string = plan.inOffice ? sectionCodes.strategy : sectionCodes.addendum;
  return partsOf(plan).filter(({ code }) => code !== away && !codes.includes(code));
}

/** All that can be a section of a body's own, in the order of the plan; a part that only heads its subsections is none. */
function partsOf({ template, placement }: PlanToBegin): BegunPart[] {
  const heads = new Set(template.parts.map(({ number }) => parentOf(number)));
  return [
    ...template.parts
      .filter(({ number }) => !heads.has(number))
      .map(({ number, title }) => ({ code: number, title })),
    { code: sectionCodes.strategy, title: template.placements[placement].title },
    { code: sectionCodes.addendum, title: "Integrazione dell’ente" },
  ];
}
