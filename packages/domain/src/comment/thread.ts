/** OBSERVATION: a remark; QUESTION: waits for an answer; FINDING (rilievo): waits for a reply on record. */
export const threadKinds = ["OBSERVATION", "QUESTION", "FINDING"] as const;
export type ThreadKind = (typeof threadKinds)[number];

export const threadStates = ["OPEN", "RESOLVED"] as const;
export type ThreadState = (typeof threadStates)[number];
