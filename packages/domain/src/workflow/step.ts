import type { Role } from "../access/role.ts";
import type { Relation } from "../access/section-access.ts";
import type { State } from "./state.ts";

/** The steps of a section and of a plan. */
export const actions = [
  "SUBMIT",
  "REQUEST_CHANGES",
  "VALIDATE",
  "ADOPT",
  "PUBLISH",
  "AMEND",
  "ANNUL",
] as const;
export type Action = (typeof actions)[number];

/** Who takes a step: by role, and by how their body stands to what it moves. */
export interface Taker {
  readonly role: Role;
  readonly relations: readonly Relation[];
  /** Only where no other body reviews this one. */
  readonly ifUnreviewed?: true;
}

export interface Step {
  readonly from: readonly State[];
  readonly to: State;
  /** What stays as it is, and has the state `to` beside it. */
  readonly opensBeside?: true;
  readonly by: readonly Taker[];
  /** Somebody will ask why. */
  readonly needsReason?: true;
}

const writers: readonly Taker[] = [
  { role: "EDITOR", relations: ["OWN", "OFFICE"] },
  { role: "RTD", relations: ["OWN", "OFFICE"] },
];
const reviewers: readonly Taker[] = [
  { role: "REVIEWER", relations: ["OWN", "OFFICE", "REVIEWING"] },
  // A body that is in no office and has submitted to nobody would wait for ever.
  { role: "RTD", relations: ["OWN"], ifUnreviewed: true },
];
const secretaries: readonly Taker[] = [{ role: "SECRETARY", relations: ["OWN", "OFFICE"] }];

/** DESIGN §3 in one table. */
export const steps: Readonly<Record<Action, Step>> = {
  SUBMIT: { from: ["DRAFT", "CHANGES_REQUESTED"], to: "SUBMITTED", by: writers },
  REQUEST_CHANGES: { from: ["SUBMITTED"], to: "CHANGES_REQUESTED", by: reviewers, needsReason: true },
  VALIDATE: { from: ["SUBMITTED"], to: "VALIDATED", by: reviewers },
  ADOPT: { from: ["VALIDATED"], to: "ADOPTED", by: secretaries },
  PUBLISH: { from: ["ADOPTED"], to: "PUBLISHED", by: secretaries },
  AMEND: { from: ["PUBLISHED"], to: "DRAFT", by: writers, opensBeside: true, needsReason: true },
  // A wrong number, day or file of the act: nothing of it is public yet, and the same text is adopted again.
  ANNUL: { from: ["ADOPTED"], to: "VALIDATED", by: secretaries, needsReason: true },
};
