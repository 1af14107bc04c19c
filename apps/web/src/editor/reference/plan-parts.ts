/** A part of the plan in which a text stands. */
export interface PlanPart {
  readonly number: string;
  readonly title: string;
  /** 0 for a part, 1 for a subsection. */
  readonly depth: number;
  /** By which references name it. */
  readonly codes: readonly string[];
  /** Something is to be written there, or below it: a plan is adopted without the others. */
  readonly isWritten: boolean;
}

export interface PlanParts {
  /** In the order of the plan. */
  readonly parts: readonly PlanPart[];
  /** False for a text that stands in several plans, each of which has numbers of its own. */
  readonly isNumbered: boolean;
}

export function findPart({ parts }: PlanParts, code: string): PlanPart | null {
  return parts.find(({ codes }) => codes.includes(code)) ?? null;
}

/** What a part is called where one is chosen. Of a text of several plans only those numbers are told that all of them have. */
export function callPart({ number, title, codes }: PlanPart, { isNumbered }: PlanParts): string {
  return isNumbered || codes.includes(number) ? `${number} ${title}` : title;
}
