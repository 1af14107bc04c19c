import type { Action } from "@upiao/domain";
import type { DemoBody } from "./bodies.ts";

/** An act by which a plan of the demonstration was adopted, or amended, and put online. */
export interface DemoAdoption {
  readonly body: DemoBody;
  readonly firstYear: number;
  readonly actNumber: string;
  /** On which day each step was taken (ISO 8601), in their order. The act is of the day of ADOPT. */
  readonly days: Readonly<Partial<Record<Action, string>>>;
  readonly amends?: DemoAmendment;
}

export interface DemoAmendment {
  readonly amendment: number;
  readonly reason: string;
  /** What was written anew: the codes of sections, each with its text in the file `<code>-aggiornamento`. */
  readonly sections: readonly string[];
}

/** Those of one body in their order. */
export const demoAdoptions: readonly DemoAdoption[] = [
  {
    ...{ body: "lucca", firstYear: 2025, actNumber: "7" },
    days: { ADOPT: "2025-01-30", PUBLISH: "2025-01-31" },
  },
  {
    ...{ body: "capannori", firstYear: 2025, actNumber: "9" },
    days: { ADOPT: "2025-01-28", PUBLISH: "2025-01-30" },
  },
  {
    ...{ body: "capannori", firstYear: 2025, actNumber: "141" },
    days: {
      AMEND: "2025-09-16",
      SUBMIT: "2025-09-18",
      VALIDATE: "2025-09-22",
      ADOPT: "2025-09-25",
      PUBLISH: "2025-09-26",
    },
    amends: {
      amendment: 1,
      reason:
        "Contributo per la migrazione al cloud: un obiettivo nuovo e un valore atteso più alto. (Testo dimostrativo.)",
      sections: ["2.2"],
    },
  },
  {
    ...{ body: "barga", firstYear: 2025, actNumber: "11" },
    days: { ADOPT: "2025-01-29", PUBLISH: "2025-01-31" },
  },
];

/** When a plan was first adopted, or null for one that is not. */
export function adoptedAtOf(plan: Pick<DemoAdoption, "body" | "firstYear">): Date | null {
  const first = demoAdoptions.find(
    ({ body, firstYear }) => body === plan.body && firstYear === plan.firstYear,
  );
  return first ? momentOf(first.days.ADOPT!) : null;
}

export function momentOf(day: string): Date {
  return new Date(`${day}T11:00:00Z`);
}
