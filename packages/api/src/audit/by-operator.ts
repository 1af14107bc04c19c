/** In place of a person's id, where whoever operates the installation did it from a terminal. */
export const byOperator = "00000000-0000-0000-0000-000000000000";
