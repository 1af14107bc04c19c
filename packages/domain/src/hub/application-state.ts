/** How far a body has come with a funding call. */
export const applicationStates = ["PREPARING", "SUBMITTED", "FUNDED", "REJECTED"] as const;
export type ApplicationState = (typeof applicationStates)[number];
