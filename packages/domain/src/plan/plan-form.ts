/** FULL from 50 employees on, SIMPLIFIED below (DM 132/2022, art. 6). */
export const planForms = ["FULL", "SIMPLIFIED"] as const;
export type PlanForm = (typeof planForms)[number];

/** Where a body's plan carries the digital strategy, after the three ways in use. */
export const placements = ["LUCCA", "TERNI", "ROMA_CAPITALE"] as const;
export type Placement = (typeof placements)[number];

export const bodyTypes = ["COMUNE", "PROVINCIA", "CITTA_METROPOLITANA", "UNIONE"] as const;
export type BodyType = (typeof bodyTypes)[number];
