/** What a Province may offer to the Comuni of its territory. */
export const serviceKinds = [
  /** Purchases through the qualified contracting authority. */
  "PROCUREMENT",
  "RECRUITMENT_TRAINING",
  "FUND_RAISING",
  /** Of the contracts for public services. */
  "CONTRACT_MONITORING",
  "PERFORMANCE_SUPPORT",
  "DIGITAL_COMPETENCE",
] as const;
export type ServiceKind = (typeof serviceKinds)[number];
