import type { Competence } from "./competence.ts";

/** What a person does for a body (incarico). DESIGN: people and what they may do. */
export const roles = ["EDITOR", "RTD", "REVIEWER", "AUDITOR", "SECRETARY", "ADMIN"] as const;
export type Role = (typeof roles)[number];

/** A role that a person holds at a body. */
export interface Post {
  readonly bodyId: string;
  readonly role: Role;
  /** Of an auditor: of which kind of control. */
  readonly competence?: Competence | null;
}
