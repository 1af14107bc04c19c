import type { Guidance, PlanTemplate } from "./plan-template.ts";
import { sectionCodes } from "./section-code.ts";

/** What the law asks where this section is written; for the strategy and its addendum, what it asks in the
 *  parts that the strategy serves. Empty for a code that the template does not have. */
export function guidanceFor(template: PlanTemplate, code: string): readonly Guidance[] {
  if (code === sectionCodes.strategy || code === sectionCodes.addendum) {
    return template.parts.filter((part) => part.servedByStrategy);
  }
  return template.parts.filter((part) => part.number === code);
}
