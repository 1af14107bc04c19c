export const proposalStates = ["OPEN", "CLOSED"] as const;
export type ProposalState = (typeof proposalStates)[number];

/** WITHDRAWN: taken back by who had proposed it. */
export const suggestionStates = ["OPEN", "ACCEPTED", "REJECTED", "WITHDRAWN"] as const;
export type SuggestionState = (typeof suggestionStates)[number];
