import { strategyCodes } from "./part-codes.ts";
import { comparePartNumbers, depthOf } from "./part-number.ts";
import type { Placement, PlanForm } from "./plan-form.ts";
import type { PlanTemplate } from "./plan-template.ts";
import { sectionCodes } from "./section-code.ts";
import { strategyNumber } from "./strategy-number.ts";

/** What the outline needs to know of a section. */
export interface WrittenSection {
  readonly code: string;
  readonly title: string;
}

export interface PlanToOutline<Written extends WrittenSection> {
  readonly template: PlanTemplate;
  readonly form: PlanForm;
  readonly placement: Placement;
  /** Number of the strategy; null: the one that the placement gives. */
  readonly placementNumber: string | null;
  /** The body's own sections and those that it shares, as far as the reader may see them. */
  readonly sections: readonly Written[];
}

export interface OutlineLine<Written extends WrittenSection> {
  readonly number: string;
  readonly title: string;
  /** 0 for a part, 1 for a subsection. */
  readonly depth: number;
  /** The plan's form asks for it; without, a body may write it by choice. */
  readonly required: boolean;
  readonly requiredVerified: boolean;
  /** By which cross-references name it: they do not change with the placement. */
  readonly codes: readonly string[];
  readonly sections: readonly Written[];
}

/** The lines of a plan in their order. All lines of the template are there, and the strategy at the plan's
 *  placement, whatever is written and whoever reads: an outline that grew with the reader's rights would tell
 *  of sections that they may not see. */
export function outlinePlan<Written extends WrittenSection>(
  plan: PlanToOutline<Written>,
): OutlineLine<Written>[] {
  const { template, form, placement, sections } = plan;
  const withCode = (code: string) => sections.filter((section) => section.code === code);

  const number = strategyNumber(template, placement, plan.placementNumber);
  const strategy: OutlineLine<Written> = {
    number,
    title: template.placements[placement].title,
    depth: depthOf(number),
    required: false,
    requiredVerified: false,
    codes: strategyCodes,
    sections: [...withCode(sectionCodes.strategy), ...withCode(sectionCodes.addendum)],
  };
  const lines = template.parts.map(
    (part): OutlineLine<Written> => ({
      number: part.number,
      title: part.title,
      depth: depthOf(part.number),
      required: part.required[form],
      requiredVerified: part.requiredVerified[form],
      codes: [part.number],
      sections: withCode(part.number),
    }),
  );
  const after = lines.findIndex((line) => comparePartNumbers(line.number, number) > 0);
  lines.splice(after < 0 ? lines.length : after, 0, strategy);
  return [...lines, ...linesOfTheRest(lines, sections)];
}

// A decree may renumber the template while plans are open: a text that has lost its place is shown last,
// under its own title, and never hidden.
function linesOfTheRest<Written extends WrittenSection>(
  lines: readonly OutlineLine<Written>[],
  sections: readonly Written[],
): OutlineLine<Written>[] {
  const placed = new Set(lines.flatMap((line) => line.sections));
  return sections
    .filter((section) => !placed.has(section))
    .map((section) => ({
      number: section.code,
      title: section.title,
      depth: 0,
      required: false,
      requiredVerified: false,
      codes: [section.code],
      sections: [section],
    }));
}
