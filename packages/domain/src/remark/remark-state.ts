/** NEW: nobody has read it for the body; PUBLISHED: everybody reads it; DISMISSED: nobody will, and the register says who decided. */
export const remarkStates = ["NEW", "PUBLISHED", "DISMISSED"] as const;
export type RemarkState = (typeof remarkStates)[number];
