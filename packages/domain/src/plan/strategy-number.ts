import { isPartNumber, parentOf } from "./part-number.ts";
import type { Placement } from "./plan-form.ts";
import type { PlanTemplate } from "./plan-template.ts";

/** The number of the strategy in a plan's outline: the one that the plan asks for where it can stand, else the
 *  placement's own, else the first after the subsections of its part. */
export function strategyNumber(template: PlanTemplate, placement: Placement, asked: string | null): string {
  const { part, number } = template.placements[placement];
  if (asked !== null && mayStandAt(template, part, asked)) return asked;
  return number ?? nextSubsection(template, part!);
}

/** Whether the strategy can have this number at this placement. */
export function mayNumberStrategy(template: PlanTemplate, placement: Placement, number: string): boolean {
  return mayStandAt(template, template.placements[placement].part, number);
}

// A second «2.2», or a «2.5» of the placement in section 3, would tell a reader of the plan something false.
function mayStandAt({ parts }: PlanTemplate, part: string | null, asked: string): boolean {
  const numbers = parts.map((one) => one.number);
  if (!isPartNumber(asked) || numbers.includes(asked)) return false;
  const parent = parentOf(asked);
  return part === null ? parent === null || numbers.includes(parent) : parent === part;
}

function nextSubsection({ parts }: PlanTemplate, part: string): string {
  const taken = parts
    .filter((one) => parentOf(one.number) === part)
    .map((one) => Number(one.number.split(".")[1]));
  return `${part}.${Math.max(0, ...taken) + 1}`;
}
